-- The days of a year are replaced as a whole: without a version two administrators who do so at once would lose each other's closures.
create table org.calendar_year (
  year integer not null,
  county text references org.county,         -- null = national
  version integer not null,
  unique nulls not distinct (year, county)
);
comment on table org.calendar_year is 'How often the imported days of a year and place were replaced; no row is version 0.';
