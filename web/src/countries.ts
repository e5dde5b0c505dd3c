// The countries of Natural Earth at 1:50 million, apart from the pages that draw them, so that they are fetched once.
import topology from "world-atlas/countries-50m.json";

export default topology;
