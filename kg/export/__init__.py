"""The graph in the formats that others read: one module a format, each writing the whole graph to one binary stream."""
