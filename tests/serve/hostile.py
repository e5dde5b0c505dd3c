"""Queries that are meant to stop a server."""

_MANY = " ".join(f"?a{number} ?b{number} ?c{number} ." for number in range(12))
_DOUBLED = " ".join(f"BIND(CONCAT(?x{number}, ?x{number}) AS ?x{number + 1})" for number in range(40))
_ANY = "(<a:a>|!<a:a>)"

HOSTILE = {
    "cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "cross product, ordered": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c ?a LIMIT 5",
    "cross product, distinct": "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT 9999999",
    "cross product, grouped": "SELECT ?a (GROUP_CONCAT(?f) AS ?g) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a",
    "cross product of twelve": f"SELECT (COUNT(*) AS ?n) {{ {_MANY} }}",
    "cross product, built": "CONSTRUCT { ?a ?e ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c > ?i && ?i > ?c) }",
    "cross product, asked": "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c < ?a && ?a < ?c) }",
    "cross product, described": "DESCRIBE ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c < ?a && ?a < ?c) }",
    "paths of any kind": f"SELECT (COUNT(*) AS ?n) {{ ?a {_ANY}* ?b . ?b {_ANY}* ?c }}",
    "paths in paths": f"SELECT (COUNT(*) AS ?n) {{ ?a ((({_ANY}*/{_ANY}*)*/{_ANY}*)*)* ?b }}",
    "paths there and back": f"SELECT (COUNT(*) AS ?n) {{ ?a ({_ANY}|^{_ANY})* ?b }}",
    "paths in a row": f"SELECT (COUNT(*) AS ?n) {{ ?a {'/'.join([_ANY + '?'] * 60)} ?b }}",
    "regular expressions": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(?c, CONCAT('(.*a){20}', STR(?f)))) }",
    "a large regular expression": "ASK { FILTER(REGEX('a', '((((((a{100}){100}){100}){100}){100}){100})')) }",
    "replacement": f"SELECT (STRLEN(?x41) AS ?n) {{ BIND('aaaaaaaaaaaaaaaa' AS ?x0) {_DOUBLED} BIND(REPLACE(?x40, 'a', 'aaaa') AS ?x41) }}",
    "text that doubles": f"SELECT (STRLEN(?x40) AS ?n) {{ BIND('aaaaaaaaaaaaaaaa' AS ?x0) {_DOUBLED} }}",
    "groups that double": "SELECT (GROUP_CONCAT(?c) AS ?all) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "brackets": "SELECT * " + "{" * 5000 + "}" * 5000,
    "brackets within the limit": "SELECT * " + "{" * 120 + "?a ?b ?c" + "}" * 120,
    "exists in exists": "ASK {" + "FILTER EXISTS {" * 60 + "?a ?b ?c . ?d ?e ?f" + "}" * 61,
    "a flat giant of patterns": "SELECT * {" + "?a ?b ?c ." * 6000 + "}",
    "a flat giant of patterns of their own": "SELECT * {" + " ".join(f"?a{one} ?b{one} ?c{one} ." for one in range(2000)) + "}",
    "a flat giant of unions": "SELECT (COUNT(*) AS ?n) {" + " UNION ".join(["{?a ?b ?c . ?d ?e ?f}"] * 2500) + "}",
    "a flat giant of options": "SELECT * {" + "OPTIONAL{?a ?b ?c}" * 3000 + "}",
    "a flat giant of sums": "SELECT (" + "1+" * 30000 + "1 AS ?n) {}",
    "a flat giant of negations": "SELECT (" + "!" * 60000 + "true AS ?n) {}",
    "a flat giant of minuses": "SELECT * { ?a ?b ?c " + "MINUS{?d ?e ?f}" * 3500 + "}",
    "a flat giant of paths": "SELECT * { ?a " + "/".join(["<a:a>"] * 9000) + " ?b }",
    "a huge list": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(?c IN (" + ",".join(map(str, range(10_000))) + ")) }",
    "huge values": "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{one} {{ {'1 ' * 6000} }}" for one in range(5)) + " }",
    "beyond the limit": "SELECT * { ?a ?b '" + "a" * 70_000 + "' }",
    "numbers without end": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f BIND(RAND() AS ?r) FILTER(?r > 2) }",
    "hashes": "SELECT (MAX(?h) AS ?m) { ?a ?b ?c . ?d ?e ?f BIND(SHA512(CONCAT(STR(?a), STR(?f))) AS ?h) }",
}
"""By name; each takes for ever, or all memory, or more stack than there is, unless something stops it."""
