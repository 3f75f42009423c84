// A family on one screen: the genogram, exportable as SVG and PNG, its open cases and flags. Used by the person's file and by the case.

import type { OutputOf } from '@anwang/contract';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { exportPng, exportSvg } from '../genogram/export.ts';
import { Genogram } from '../genogram/Genogram.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { m } from '../words/index.ts';
import { useLabel } from '../words/label.ts';
import { FamilyCases } from './FamilyCases.tsx';
import { FamilyContacts } from './FamilyContacts.tsx';
import { FamilyFlags } from './FamilyFlags.tsx';
import { FamilyHouseholds } from './FamilyHouseholds.tsx';
import { FamilyKin } from './FamilyKin.tsx';
import { FamilyTurns } from './FamilyTurns.tsx';

type Family = OutputOf<'people', 'family'>;

/** The family view. */
export function FamilyView({ family, onCorrect }: { family: Family; onCorrect?: ((who: string) => void) | undefined }) {
  const id = useId();
  const label = useLabel();
  const navigate = useNavigate();
  const svg = () => document.getElementById(id) as SVGSVGElement | null;
  return (
    <div>
      <Section
        title={m.family_picture()}
        as="h2"
        note={m.people_count({ n: family.people.length })}
        end={
          <>
            <Button size="small" onClick={() => exportSvg(svg())}>
              SVG
            </Button>
            <Button size="small" onClick={() => void exportPng(svg())}>
              PNG
            </Button>
          </>
        }
      />
      <div className="pad">
        <Genogram id={id} family={family} onPerson={(personId) => void navigate({ to: `/people/${personId}` })} />
      </div>
      {family.warnings.length > 0 && (
        <p className="row wrap pad">
          {family.warnings.map((each) => (
            <Badge key={each.code} tone="attention">
              {label(each.label)}
            </Badge>
          ))}
        </p>
      )}
      <FamilyCases cases={family.cases} people={family.people} />
      <FamilyFlags flags={family.flags} people={family.people} />
      <FamilyHouseholds households={family.households} people={family.people} />
      <FamilyKin family={family} onCorrect={onCorrect} />
      <FamilyTurns family={family} />
      <FamilyContacts contacts={family.contacts} people={family.people} />
    </div>
  );
}
