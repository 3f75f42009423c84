"""What Splink is told about each kind of data: cleaning, comparisons, rules, training."""

from dataclasses import dataclass, field
from typing import Any, Callable


@dataclass
class Data:
    id: str
    clean: str
    comparisons: Callable[[Any], list]
    rules: list
    deterministic: list
    recall: float
    sessions: list
    loose: list = field(default_factory=list)
    u_options: dict = field(default_factory=lambda: {"max_pairs": 1e6, "seed": 5})
    em_options: dict = field(default_factory=dict)


def trimmed(columns: str) -> str:
    """Blanks off, empty to NULL."""
    return ", ".join(f"nullif(trim({c}), '') AS {c}" for c in columns.split(","))


FEBRL = "given_name,surname,street_number,address_1,address_2,suburb,postcode,state,date_of_birth,soc_sec_id"
febrl_columns = trimmed(FEBRL)

WIDE = "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ／－（）"
NARROW = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ/-()"


def fold(column: str) -> str:
    """Full-width forms to ASCII; translate() is slow, so only where there are any."""
    return f"CASE WHEN regexp_matches({column}, '[０-９Ａ-Ｚ／－（）]') THEN translate({column}, '{WIDE}', '{NARROW}') ELSE {column} END"


TAIWAN = f"""
WITH folded AS (
  SELECT record_id, source,
    nullif(replace(replace(name, '　', ''), ' ', ''), '') AS name,
    CASE WHEN sex IN ('男', 'M', '1') THEN 'M' WHEN sex IN ('女', 'F', '2') THEN 'F' END AS sex,
    {fold('birth_date')} AS d,
    upper({fold('national_id')}) AS national_id,
    regexp_replace(regexp_replace({fold('phone')}, '^[+]886', '0'), '#.*$|[^0-9]', '', 'g') AS phone,
    replace({fold('address')}, '台', '臺') AS address
  FROM raw
), dated AS (
  SELECT * EXCLUDE (d),
    CASE
      WHEN regexp_matches(d, '^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}$') THEN d
      WHEN regexp_matches(d, '^[0-9]{{8}}$') THEN substr(d, 1, 4) || '-' || substr(d, 5, 2) || '-' || substr(d, 7, 2)
      WHEN regexp_matches(d, '^[0-9]{{7}}$') THEN CAST(CAST(substr(d, 1, 3) AS INTEGER) + 1911 AS VARCHAR) || '-' || substr(d, 4, 2) || '-' || substr(d, 6, 2)
      WHEN regexp_matches(d, '^[0-9]{{1,3}}/[0-9]{{1,2}}/[0-9]{{1,2}}$')
        THEN CAST(CAST(split_part(d, '/', 1) AS INTEGER) + 1911 AS VARCHAR) || '-' || lpad(split_part(d, '/', 2), 2, '0') || '-' || lpad(split_part(d, '/', 3), 2, '0')
      WHEN regexp_matches(d, '^民國[0-9]+年[0-9]+月[0-9]+日$')
        THEN CAST(CAST(regexp_extract(d, '([0-9]+)年', 1) AS INTEGER) + 1911 AS VARCHAR) || '-' || lpad(regexp_extract(d, '年([0-9]+)', 1), 2, '0') || '-' || lpad(regexp_extract(d, '月([0-9]+)', 1), 2, '0')
    END AS birth_date
  FROM folded
)
SELECT record_id, source, name, sex, birth_date,
  CASE WHEN national_id IN ('A123456789', 'A100000001', 'A223456781') OR regexp_matches(national_id, '[*]|0000000$|9999999$') THEN NULL ELSE national_id END AS national_id,
  CASE WHEN phone IN ('0912345678', '') OR regexp_matches(phone, '0000000$|9999999$') THEN NULL ELSE phone END AS phone,
  address,
  regexp_extract(address, '^(?:..[市縣])?(.{{1,3}}?[區鄉鎮市])', 1) AS district,
  substr(name, 1, 1) AS surname
FROM dated"""

CHICAGO = """
SELECT CAST("Id" AS VARCHAR) AS id, lower(nullif(trim("Site name"), '')) AS site_name, lower(nullif(trim("Address"), '')) AS address,
  nullif(trim("Zip"), '') AS zip, nullif(regexp_replace("Phone", '[^0-9]', '', 'g'), '') AS phone
FROM raw"""

PEOPLE = """
SELECT CAST(__index_level_0__ AS VARCHAR) AS id, first_name, last_name, CAST(CAST(date_of_birth AS DATE) AS VARCHAR) AS date_of_birth,
  concat_ws(' ', street_number, street_name, unit_number) AS address, city, zipcode AS zip, sex
FROM raw"""

DATA = {
    "fake": Data(
        id="unique_id",
        clean="SELECT * FROM raw",
        comparisons=lambda cl: [
            cl.ForenameSurnameComparison("first_name", "surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        rules=[("first_name",), ("surname",), ("dob",), ("email",)],
        deterministic=[
            "l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
            "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
            "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
            "l.email = r.email",
        ],
        recall=0.7,
        sessions=[("dob",), ("email",), ("first_name", "surname")],
        em_options={"estimate_without_term_frequencies": True},
    ),
    "febrl": Data(
        id="rec_id",
        clean=f"SELECT rec_id, {febrl_columns} FROM raw",
        comparisons=lambda cl: [
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        ],
        rules=[("soc_sec_id",), ("given_name",), ("surname",), ("date_of_birth",), ("postcode",)],
        deterministic=[
            ("soc_sec_id",),
            ("given_name", "surname", "date_of_birth"),
            "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
        ],
        recall=0.9,
        sessions=[("date_of_birth",), ("postcode",)],
        u_options={"max_pairs": 1e6, "seed": 2},
    ),
    "taiwan": Data(
        id="record_id",
        clean=TAIWAN,
        comparisons=lambda cl: [
            cl.NameComparison("name"),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.DamerauLevenshteinAtThresholds("national_id", [1, 2]),
            cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("address", [0.97, 0.92, 0.85]),
            cl.ExactMatch("sex"),
        ],
        rules=[
            ("national_id",),
            ("phone",),
            ("name", "birth_date"),
            ("birth_date", "surname"),
            ("name", "district"),
            ("address", "surname"),
            ("name", "sex", "substr(birth_date, 1, 4)"),
            ("birth_date", "sex", "district"),
        ],
        loose=[("national_id",), ("phone",), ("name",), ("birth_date",), ("address",)],
        deterministic=[("national_id",), ("name", "birth_date"), ("name", "phone")],
        recall=0.7,
        sessions=[("name", "birth_date"), ("national_id",)],
    ),
    "chicago": Data(
        id="id",
        clean=CHICAGO,
        comparisons=lambda cl: [
            cl.JaroWinklerAtThresholds("site_name", [0.95, 0.88, 0.7]),
            cl.JaroWinklerAtThresholds("address", [0.95, 0.88, 0.7]),
            cl.ExactMatch("zip").configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("phone", [1, 2]),
        ],
        rules=[("phone",), ("address",), ("site_name",), ("zip", "substr(site_name, 1, 3)")],
        deterministic=[("phone", "address"), ("site_name", "address")],
        recall=0.7,
        sessions=[("address",), ("phone",)],
    ),
    "people": Data(
        id="id",
        clean=PEOPLE,
        comparisons=lambda cl: [
            cl.NameComparison("first_name"),
            cl.NameComparison("last_name"),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True),
            cl.JaroWinklerAtThresholds("address", [0.95, 0.88]),
            cl.ExactMatch("zip").configure(term_frequency_adjustments=True),
            cl.ExactMatch("sex"),
        ],
        rules=[("first_name", "last_name"), ("date_of_birth",), ("address", "last_name"), ("last_name", "zip")],
        deterministic=[("first_name", "last_name", "date_of_birth"), ("date_of_birth", "address")],
        recall=0.8,
        sessions=[("date_of_birth",), ("first_name", "last_name")],
    ),
}
