"""Reference data: actors with their relations, places with their GeoNames identifiers, and documents that are quoted."""
