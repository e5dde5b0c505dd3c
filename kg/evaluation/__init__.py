"""How well an annotation agrees with one that is taken as right: by kind of fact, with every miss and every invention."""
