// The latest day on which a person of the index may have been born, asked of its row: what core's `latestBirth` says, for lists that the database makes.

/** SQL of a date; `person` is the name that people.person has in the statement. Null where no birth date is known. */
export const latestBirthSql = (person: string): string =>
  `case ${person}.birth_precision
    when 'month' then (date_trunc('month', ${person}.birth_date) + interval '1 month - 1 day')::date
    when 'year' then make_date(extract(year from ${person}.birth_date)::int, 12, 31)
    when 'approximate' then make_date(extract(year from ${person}.birth_date)::int, 12, 31)
    else ${person}.birth_date end`;
