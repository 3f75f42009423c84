import type { PlainDate } from '@anwang/core/time';
import { describe, expect, it } from 'vitest';
import type { FamilyGraph, GraphKin, GraphPerson } from './index.ts';
import { familyPicture, generations, inView } from './index.ts';

const person = (id: string, birthDate: string | null = null): GraphPerson => ({
  id,
  name: id,
  sex: 'unknown',
  birthDate,
  birthPrecision: birthDate === null ? 'unknown' : 'day',
  deceasedOn: null,
  district: null,
});
const kin = (from: string, to: string, relation: string, hiddenFrom: string[] = []): GraphKin => ({
  from,
  to,
  relation,
  since: null,
  until: null,
  source: 'demo',
  confidence: 'confirmed',
  hidden: hiddenFrom.length > 0,
  hiddenFrom,
  told: null,
});
const empty: FamilyGraph = { people: [], kin: [], households: [], contacts: [], cases: [], reports: [], flags: [] };
const today = '2026-11-22' as PlainDate;

// The mother fled with the child to her sister; the father must not learn of sister or address.
const flight: FamilyGraph = {
  ...empty,
  people: [person('father'), person('mother'), person('child', '2022-01-01'), person('sister')],
  kin: [
    kin('father', 'mother', 'spouse'),
    kin('father', 'child', 'parent'),
    kin('mother', 'child', 'parent'),
    kin('mother', 'sister', 'sibling', ['father']),
  ],
  contacts: [
    {
      id: 'k',
      personId: 'mother',
      kind: 'shelter',
      value: 'CANARY',
      district: null,
      source: 'case',
      since: null,
      hidden: true,
      hiddenFrom: ['father'],
    },
  ],
  households: [
    {
      id: 'h',
      kind: 'lived',
      district: null,
      keptFrom: [],
      members: [
        {
          personId: 'mother',
          relation: 'head',
          since: null,
          until: null,
          source: 'case',
          confidence: 'confirmed',
          hidden: true,
          hiddenFrom: ['father'],
        },
      ],
    },
  ],
};

describe('family picture', () => {
  it('has no hidden contact, household or edge in any view that shows the one it is hidden from', () => {
    for (const focus of ['father', 'mother', 'child']) {
      const picture = familyPicture(flight, { focus, today, victimSide: ['mother'], offenderSide: [] });
      expect(JSON.stringify(picture)).not.toContain('CANARY');
      expect(picture.people.map((p) => p.id)).not.toContain('sister');
      expect(picture.households).toEqual([]);
    }
  });

  it('shows them to the victim side when the other is not in the view, and never to the offender side', () => {
    const without: FamilyGraph = {
      ...flight,
      people: flight.people.filter((p) => p.id !== 'father'),
      kin: flight.kin.filter((k) => k.from !== 'father'),
    };
    const seen = (victimSide: string[], offenderSide: string[]) =>
      JSON.stringify(familyPicture(without, { focus: 'mother', today, victimSide, offenderSide })).includes('CANARY');
    expect(seen(['mother'], [])).toBe(true);
    expect(seen([], [])).toBe(false);
    expect(seen(['mother'], ['father'])).toBe(false);
    expect(inView({ hidden: false, hiddenFrom: [] }, 'x', new Set(), { victimSide: [], offenderSide: [] })).toBe(true);
  });

  it('puts parents above children and couples side by side', () => {
    const edges = [kin('g', 'p', 'parent'), kin('p', 'q', 'spouse'), kin('p', 'c', 'parent'), kin('c', 'd', 'sibling')];
    expect(Object.fromEntries(generations(['g', 'p', 'q', 'c', 'd', 'x'], edges, 'c'))).toEqual({ c: 0, d: 0, p: -1, q: -1, g: -2, x: 0 });
  });

  it('warns of a small child beside partner violence and of a report again within six months', () => {
    const report = (id: string, receivedAt: string) => ({
      id,
      number: id,
      receivedAt,
      channel: 'hotline113',
      band: 'high' as const,
      status: 'received',
      personIds: ['child'],
      grounds: [],
    });
    const graph: FamilyGraph = {
      ...empty,
      people: [person('child', '2022-01-01')],
      reports: [report('1', '2026-06-01T00:00:00.000Z'), report('2', '2026-11-01T00:00:00.000Z')],
      cases: [
        {
          id: 'k',
          number: 'n',
          programme: 'intimate-partner-violence',
          status: 'open',
          stage: 's',
          risk: null,
          unitName: 'u',
          leadName: null,
          personIds: ['child'],
          lastContactAt: null,
          readable: true,
        },
      ],
    };
    expect(familyPicture(graph, { focus: 'child', today, victimSide: [], offenderSide: [] }).warnings.map((w) => w.code)).toEqual([
      'smallChildAtRisk',
      'reportedAgain',
    ]);
  });
});
