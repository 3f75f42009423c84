// rules: the condition tree. One statement (plain data), four readings: evaluate, check, references, explain; analytics compiles it to SQL.
// Words: condition, operand, fact, unknown. The language fits on one page (docs/handbook/programme.md); what it cannot say is a missing word.
export * from './check.ts';
export * from './condition.ts';
export * from './evaluate.ts';
export * from './explain.ts';
export * from './opens-at.ts';
export * from './operators.ts';
export * from './references.ts';
