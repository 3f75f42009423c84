-- What a person made of what the lexicon proposed from a narrative: confirmed, and then a fact of the report, or rejected. Codes only; the words stay in the
-- sealed narrative. The latest decision on a concept stands.
create table intake.evidence_decision (
  id uuid primary key default uuidv7(),
  report_id uuid not null references intake.report,
  county text not null references org.county,
  concept_set text not null check (concept_set in ('grounds', 'needType', 'immediateDanger', 'childrenInHome')),
  code text not null check (code ~ '^[A-Za-z0-9._:-]{1,80}$'),
  decision text not null check (decision in ('confirmed', 'rejected')),
  lexicon text not null,                         -- version of the lexicon that proposed it
  decided_by uuid not null references org.account,
  decided_at timestamptz not null default now()
);
create index evidence_decision_report on intake.evidence_decision (report_id, decided_at);
