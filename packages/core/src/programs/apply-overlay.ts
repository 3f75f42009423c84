// What does a programme look like in a county? The national statement with the county's changes applied, one by one, each refused if it loosens.

import type { Problem } from '../lang/problem.ts';
import { fail, ok, type Result } from '../lang/result.ts';
import type { Code } from './code-list.ts';
import type { Change, Overlay } from './overlay.ts';
import type { Programme } from './program.ts';
import { isTighterOrEqual } from './tighter.ts';
import { visitLimit } from './visit-limit.ts';

type Outcome = Result<Programme, Problem>;

function refuse(programme: Programme, change: Change, reason: string, loosens = false): Outcome {
  return fail({ code: loosens ? 'overlayLoosens' : 'overlayInvalid', programme: programme.id, change: change.kind, reason });
}

function addCode(programme: Programme, change: Extract<Change, { kind: 'addCode' }>, county: string): Outcome {
  const list = programme[change.list];
  if (list.some((code) => code.code === change.code.code)) return refuse(programme, change, `code ${change.code.code} exists already`);
  const code: Code = { ...change.code, county };
  return ok({ ...programme, [change.list]: [...list, code] });
}

function changeForm(programme: Programme, change: Extract<Change, { kind: 'addField' | 'requireField' }>): Outcome {
  const form = programme.forms.find((candidate) => candidate.id === change.form);
  if (form === undefined) return refuse(programme, change, `no form ${change.form}`);
  const fields = form.sections.flatMap((section) => section.fields);
  if (change.kind === 'addField') {
    if (!form.sections.some((section) => section.id === change.section)) return refuse(programme, change, `no section ${change.section}`);
    if (fields.some((field) => field.id === change.field.id)) return refuse(programme, change, `field ${change.field.id} exists already`);
  } else if (!fields.some((field) => field.id === change.field)) return refuse(programme, change, `no field ${change.field}`);
  const sections = form.sections.map((section) => {
    if (change.kind === 'addField')
      return section.id === change.section ? { ...section, fields: [...section.fields, change.field] } : section;
    return { ...section, fields: section.fields.map((field) => (field.id === change.field ? { ...field, required: true } : field)) };
  });
  return ok({ ...programme, forms: programme.forms.map((other) => (other.id === form.id ? { ...form, sections } : other)) });
}

function applyChange(programme: Programme, change: Change, county: string): Outcome {
  switch (change.kind) {
    case 'tightenClock': {
      const clock = programme.clocks.find((candidate) => candidate.id === change.clock);
      if (clock === undefined) return refuse(programme, change, `no clock ${change.clock}`);
      // One limit for all would be longer than that of some level; how often each is visited is raised by itself.
      if (clock.byLevel === true) return refuse(programme, change, `${change.clock} follows the level: raise its visits`);
      if (!isTighterOrEqual(change.limit, clock.limit)) return refuse(programme, change, `${change.clock} would become longer`, true);
      const basis = { ...clock.basis, why: change.why };
      return ok({
        ...programme,
        clocks: programme.clocks.map((other) => (other.id === clock.id ? { ...clock, limit: change.limit, basis } : other)),
      });
    }
    case 'addClock':
      if (programme.clocks.some((clock) => clock.id === change.clock.id))
        return refuse(programme, change, `clock ${change.clock.id} exists already`);
      if (change.clock.kind !== 'county') return refuse(programme, change, 'a county adds clocks of kind county');
      return ok({ ...programme, clocks: [...programme.clocks, change.clock] });
    case 'addCode':
      return addCode(programme, change, county);
    case 'addRequirement': {
      const action = programme.actions.find((candidate) => candidate.id === change.action);
      if (action === undefined) return refuse(programme, change, `no action ${change.action}`);
      const changed = { ...action, requires: [...action.requires, { ...change.requirement, county }] };
      return ok({ ...programme, actions: programme.actions.map((other) => (other.id === action.id ? changed : other)) });
    }
    case 'addField':
    case 'requireField':
      return changeForm(programme, change);
    case 'renameStage':
      if (!programme.stages.some((stage) => stage.id === change.stage)) return refuse(programme, change, `no stage ${change.stage}`);
      return ok({
        ...programme,
        stages: programme.stages.map((stage) => (stage.id === change.stage ? { ...stage, label: change.label } : stage)),
      });
    case 'raiseVisits': {
      const level = programme.levels.find((candidate) => candidate.id === change.level);
      if (level === undefined) return refuse(programme, change, `no level ${change.level}`);
      if (change.visitsPerMonth < level.visitsPerMonth)
        return refuse(programme, change, `${change.level} would be visited less often`, true);
      if (visitLimit(change.visitsPerMonth) === null)
        return refuse(programme, change, `${change.visitsPerMonth} visits a month cannot be kept to`);
      const changed = { ...level, visitsPerMonth: change.visitsPerMonth };
      return ok({ ...programme, levels: programme.levels.map((other) => (other.id === level.id ? changed : other)) });
    }
    case 'addMeasure':
      return programme.measures.includes(change.measure)
        ? ok(programme)
        : ok({ ...programme, measures: [...programme.measures, change.measure] });
  }
}

/**
 * The programme with a county's overlay. Changes are applied in order; the first that cannot be applied or would loosen ends with its problem.
 * An overlay for another programme leaves the programme as it is.
 */
export function applyOverlay(programme: Programme, overlay: Overlay): Outcome {
  if (overlay.programme !== programme.id) return ok(programme);
  let current: Programme = { ...programme, overlays: [...programme.overlays, { county: overlay.county, version: overlay.version }] };
  for (const change of overlay.changes) {
    const next = applyChange(current, change, overlay.county);
    if (!next.ok) return next;
    current = next.value;
  }
  return ok(current);
}
