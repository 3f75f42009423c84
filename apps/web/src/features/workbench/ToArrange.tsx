// What an administrator of a county should look after: reports that no unit would receive, and a year that clocks cannot reach into.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { Coverage } from '../../routing/Coverage.tsx';
import { useRouting } from '../../routing/use-routing.ts';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/Section.tsx';
import { taipeiDay } from '../../words/dates.ts';
import { m, useLanguage } from '../../words/index.ts';

/** From here on the official calendar of the next year is out as a rule, and clocks of some weeks come near to it. */
const MONTH_OF_NEXT_YEAR = 9;

/** Both lists, each with the way to where it is mended. */
export function ToArrange() {
  const { query, programmes, districts } = useRouting();
  const [thisYear = 0, month = 0] = taipeiDay(new Date(useNow()).toISOString()).split('-').map(Number);
  const year = month >= MONTH_OF_NEXT_YEAR ? thisYear + 1 : thisYear;
  const shown = useLanguage() === 'en' ? year : year - 1911;
  const calendar = useQuery({ queryKey: ['admin', 'calendar', year], queryFn: () => api.admin.calendar({ year }) });
  return (
    <>
      <Shown query={query}>
        {(routes) => (
          <Coverage
            routes={routes}
            programmes={programmes}
            districts={districts}
            end={
              <Link to="/admin" search={{ tab: 'routes' }}>
                {m.open()}
              </Link>
            }
          />
        )}
      </Shown>
      {calendar.data && (
        <>
          <Section
            as="h2"
            title={m.admin_calendar()}
            end={
              <Link to="/admin" search={{ tab: 'calendar', year: String(year) }}>
                {m.open()}
              </Link>
            }
          />
          <p className="pad t-s">{calendar.data.known ? m.calendar_ready({ year: shown }) : m.calendar_wanted({ year: shown })}</p>
        </>
      )}
    </>
  );
}
