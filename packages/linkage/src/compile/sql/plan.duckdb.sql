-- Linkage plan of name, birth

-- values 0
CREATE OR REPLACE TABLE "lk_values_0" AS
SELECT "name" AS "t", CAST(count(*) AS INTEGER) AS "n"
FROM "lk_input" "i"
GROUP BY "name";

-- The library reads lk_values_0 and makes lk_dimension_0 (t, c: canonical value, f0…: facets), 0 for "no value".

-- values 1
CREATE OR REPLACE TABLE "lk_values_1" AS
SELECT "birth" AS "t", CAST(count(*) AS INTEGER) AS "n"
FROM "lk_input" "i"
GROUP BY "birth";

-- The library reads lk_values_1 and makes lk_dimension_1 (t, c: canonical value, f0…: facets), 0 for "no value".

-- records
CREATE OR REPLACE TABLE "lk_records" AS
SELECT "i"."rid" AS "rid", "i"."src" AS "src", coalesce("d0"."c", 0) AS "c0", coalesce("d0"."f0", 0) AS "f0_0", coalesce("d1"."c", 0) AS "c1", coalesce("d1"."f0", 0) AS "f1_0"
FROM "lk_input" "i"
LEFT JOIN "lk_dimension_0" "d0" ON "i"."name" = "d0"."t"
LEFT JOIN "lk_dimension_1" "d1" ON "i"."birth" = "d1"."t";

-- blocks name
CREATE OR REPLACE TABLE "lk_blocks_0" AS
SELECT "k"."f0_0" AS "p0", CAST(count(*) AS INTEGER) AS "n"
FROM "lk_records" "k"
WHERE "k"."f0_0" > 0
GROUP BY "k"."f0_0"
HAVING count(*) > 1;

-- numbered name
CREATE OR REPLACE TEMPORARY VIEW "lk_numbered_0" AS
SELECT "p0" AS "p0", CAST((CAST(rowid AS INTEGER) + 1) AS INTEGER) AS "b"
FROM "lk_blocks_0" "k"
WHERE NOT ("n" > 1000);

-- blocks name+birth
CREATE OR REPLACE TABLE "lk_blocks_1" AS
SELECT "k"."f0_0" AS "p0", "k"."f1_0" AS "p1", CAST(count(*) AS INTEGER) AS "n"
FROM "lk_records" "k"
WHERE ("k"."f0_0" > 0 AND "k"."f1_0" > 0)
GROUP BY "k"."f0_0", "k"."f1_0"
HAVING count(*) > 1;

-- numbered name+birth
CREATE OR REPLACE TEMPORARY VIEW "lk_numbered_1" AS
SELECT "p0" AS "p0", "p1" AS "p1", CAST((CAST(rowid AS INTEGER) + 1) AS INTEGER) AS "b"
FROM "lk_blocks_1" "k"
WHERE NOT ("n" > 1000);

-- keys
CREATE OR REPLACE TABLE "lk_keys" AS
SELECT "k"."rid" AS "rid", "k"."src" AS "src", coalesce("j0"."b", 0) AS "b0", coalesce("j1"."b", 0) AS "b1"
FROM "lk_records" "k"
LEFT JOIN "lk_numbered_0" "j0" ON "k"."f0_0" = "j0"."p0"
LEFT JOIN "lk_numbered_1" "j1" ON ("k"."f0_0" = "j1"."p0" AND "k"."f1_0" = "j1"."p1");

-- pairs
CREATE OR REPLACE TABLE "lk_pairs" AS
SELECT "l"."rid" AS "l", "r"."rid" AS "r", CAST((1 + CASE WHEN ("l"."b1" = "r"."b1" AND "l"."b1" > 0) THEN 2 ELSE 0 END) AS INTEGER) AS "mask"
FROM "lk_keys" "l"
JOIN "lk_keys" "r" ON "l"."b0" = "r"."b0"
WHERE ("l"."b0" > 0 AND "l"."rid" < "r"."rid")
UNION ALL
SELECT "l"."rid" AS "l", "r"."rid" AS "r", CAST(2 AS INTEGER) AS "mask"
FROM "lk_keys" "l"
JOIN "lk_keys" "r" ON "l"."b1" = "r"."b1"
WHERE ("l"."b1" > 0 AND "l"."rid" < "r"."rid" AND NOT (("l"."b0" = "r"."b0" AND "l"."b0" > 0)));

-- value pairs 0
CREATE OR REPLACE TABLE "lk_value_pairs_0" AS
SELECT DISTINCT least("l"."c0", "r"."c0") AS "a", greatest("l"."c0", "r"."c0") AS "b"
FROM "lk_pairs" "p"
JOIN "lk_records" "l" ON "p"."l" = "l"."rid"
JOIN "lk_records" "r" ON "p"."r" = "r"."rid"
WHERE ("l"."c0" > 0 AND "r"."c0" > 0);

-- The library reads lk_value_pairs_0 and makes lk_value_levels_0 (a, b, level, bits).

-- value pairs 1
CREATE OR REPLACE TABLE "lk_value_pairs_1" AS
SELECT DISTINCT least("l"."c1", "r"."c1") AS "a", greatest("l"."c1", "r"."c1") AS "b"
FROM "lk_pairs" "p"
JOIN "lk_records" "l" ON "p"."l" = "l"."rid"
JOIN "lk_records" "r" ON "p"."r" = "r"."rid"
WHERE ("l"."c1" > 0 AND "r"."c1" > 0);

-- The library reads lk_value_pairs_1 and makes lk_value_levels_1 (a, b, level, bits).

-- levels
CREATE OR REPLACE TABLE "lk_levels" AS
SELECT "p"."l" AS "l", "p"."r" AS "r", "p"."mask" AS "mask", coalesce("v0"."level", 0) AS "g0", coalesce("v1"."level", 0) AS "g1"
FROM "lk_pairs" "p"
JOIN "lk_records" "l" ON "p"."l" = "l"."rid"
JOIN "lk_records" "r" ON "p"."r" = "r"."rid"
LEFT JOIN "lk_value_levels_0" "v0" ON ("v0"."a" = least("l"."c0", "r"."c0") AND "v0"."b" = greatest("l"."c0", "r"."c0"))
LEFT JOIN "lk_value_levels_1" "v1" ON ("v1"."a" = least("l"."c1", "r"."c1") AND "v1"."b" = greatest("l"."c1", "r"."c1"));

-- patterns
CREATE OR REPLACE TABLE "lk_patterns" AS
SELECT "g"."mask" AS "mask", "g"."g0" AS "g0", "g"."g1" AS "g1", CAST(count(*) AS INTEGER) AS "n"
FROM "lk_levels" "g"
GROUP BY "g"."mask", "g"."g0", "g"."g1";

-- refined
CREATE OR REPLACE TEMPORARY VIEW "lk_refined" AS
SELECT "g"."l" AS "l", "g"."r" AS "r", "g"."mask" AS "mask", "g"."g0" AS "g0", "g"."g1" AS "g1"
FROM "lk_levels" "g";

-- weights
CREATE OR REPLACE TABLE "lk_weights" AS
SELECT "g"."l" AS "l", "g"."r" AS "r", (CAST('-8' AS DOUBLE) + CASE WHEN "g"."g0" = 1 THEN CAST('8' AS DOUBLE) WHEN "g"."g0" = 2 THEN CAST('4' AS DOUBLE) WHEN "g"."g0" = 3 THEN CAST('-1' AS DOUBLE) WHEN "g"."g0" = 4 THEN CAST('-5' AS DOUBLE) ELSE CAST('0' AS DOUBLE) END + CASE WHEN "g"."g1" = 1 THEN CAST('8' AS DOUBLE) WHEN "g"."g1" = 2 THEN CAST('4' AS DOUBLE) WHEN "g"."g1" = 3 THEN CAST('-1' AS DOUBLE) WHEN "g"."g1" = 4 THEN CAST('-5' AS DOUBLE) ELSE CAST('0' AS DOUBLE) END + CAST('-1' AS DOUBLE) * ln(0.999 + 0.001 * exp(least((CASE WHEN "g"."g0" = 1 THEN CAST('1' AS DOUBLE) WHEN "g"."g0" = 2 THEN CAST('0.5' AS DOUBLE) WHEN "g"."g0" = 3 THEN CAST('0' AS DOUBLE) WHEN "g"."g0" = 4 THEN CAST('-0.5' AS DOUBLE) ELSE CAST('0' AS DOUBLE) END + CASE WHEN "g"."g1" = 1 THEN CAST('0' AS DOUBLE) WHEN "g"."g1" = 2 THEN CAST('0' AS DOUBLE) WHEN "g"."g1" = 3 THEN CAST('0' AS DOUBLE) WHEN "g"."g1" = 4 THEN CAST('0' AS DOUBLE) ELSE CAST('0' AS DOUBLE) END), 500.0) * 0.6931471805599453)) / 0.6931471805599453) AS "weight"
FROM "lk_refined" "g"
WHERE NOT ((CAST('-8' AS DOUBLE) + CASE WHEN "g"."g0" = 1 THEN CAST('8' AS DOUBLE) WHEN "g"."g0" = 2 THEN CAST('4' AS DOUBLE) WHEN "g"."g0" = 3 THEN CAST('-1' AS DOUBLE) WHEN "g"."g0" = 4 THEN CAST('-5' AS DOUBLE) ELSE CAST('0' AS DOUBLE) END + CASE WHEN "g"."g1" = 1 THEN CAST('8' AS DOUBLE) WHEN "g"."g1" = 2 THEN CAST('4' AS DOUBLE) WHEN "g"."g1" = 3 THEN CAST('-1' AS DOUBLE) WHEN "g"."g1" = 4 THEN CAST('-5' AS DOUBLE) ELSE CAST('0' AS DOUBLE) END + CAST('-1' AS DOUBLE) * ln(0.999 + 0.001 * exp(least((CASE WHEN "g"."g0" = 1 THEN CAST('1' AS DOUBLE) WHEN "g"."g0" = 2 THEN CAST('0.5' AS DOUBLE) WHEN "g"."g0" = 3 THEN CAST('0' AS DOUBLE) WHEN "g"."g0" = 4 THEN CAST('-0.5' AS DOUBLE) ELSE CAST('0' AS DOUBLE) END + CASE WHEN "g"."g1" = 1 THEN CAST('0' AS DOUBLE) WHEN "g"."g1" = 2 THEN CAST('0' AS DOUBLE) WHEN "g"."g1" = 3 THEN CAST('0' AS DOUBLE) WHEN "g"."g1" = 4 THEN CAST('0' AS DOUBLE) ELSE CAST('0' AS DOUBLE) END), 500.0) * 0.6931471805599453)) / 0.6931471805599453) < CAST('-10' AS DOUBLE));

