// Which address of the staff shows which screen? All but the sign-in live in the frame; the public pages are a bundle of their own (public.tsx). Screens are loaded when they are first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { Broken } from './frame/Broken.tsx';
import { Frame } from './frame/Frame.tsx';
import { NotFound } from './frame/NotFound.tsx';
import { SignInPage } from './session/SignInPage.tsx';
import { Toasts } from './ui/toast.tsx';

type Search = Record<string, string | undefined>;

function Root() {
  return (
    <>
      <Outlet />
      <Toasts />
    </>
  );
}

const texts = (search: Record<string, unknown>): Search =>
  Object.fromEntries(Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
const root = createRootRoute({ component: Root, errorComponent: Broken, validateSearch: texts });
const page = <Path extends string>(path: Path, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => frame,
    path,
    component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name as never),
    // Within the frame: the way to other screens stays.
    errorComponent: Broken,
  });

const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage });

const tree = root.addChildren([
  signIn,
  frame.addChildren([
    page('/', () => import('./features/workbench/WorkbenchPage.tsx'), 'WorkbenchPage'),
    page('/account', () => import('./features/session/AccountPage.tsx'), 'AccountPage'),
    page('/recusals', () => import('./features/recusals/RecusalsPage.tsx'), 'RecusalsPage'),
    page('/recoveries', () => import('./features/recoveries/RecoveriesPage.tsx'), 'RecoveriesPage'),
    page('/notices', () => import('./features/notices/NoticesPage.tsx'), 'NoticesPage'),
    page('/intake', () => import('./features/intake/DeskIntakePage.tsx'), 'DeskIntakePage'),
    page('/screening', () => import('./features/screening/ScreeningPage.tsx'), 'ScreeningPage'),
    page('/arbitration', () => import('./features/dispatch/ArbitrationPage.tsx'), 'ArbitrationPage'),
    page('/inbox', () => import('./features/dispatch/InboxPage.tsx'), 'InboxPage'),
    page('/cases', () => import('./features/cases/CaseListPage.tsx'), 'CaseListPage'),
    page('/cases/$caseId', () => import('./features/cases/CasePage.tsx'), 'CasePage'),
    page('/people', () => import('./features/people/PeoplePage.tsx'), 'PeoplePage'),
    page('/people/$personId', () => import('./features/people/PersonPage.tsx'), 'PersonPage'),
    page('/matching', () => import('./features/matching/MatchingPage.tsx'), 'MatchingPage'),
    page('/referrals', () => import('./features/referrals/ReferralsPage.tsx'), 'ReferralsPage'),
    page('/programmes', () => import('./features/programmes/ProgrammesPage.tsx'), 'ProgrammesPage'),
    page('/measures', () => import('./features/measures/MeasuresPage.tsx'), 'MeasuresPage'),
    page('/audit', () => import('./features/audit/AuditPage.tsx'), 'AuditPage'),
    page('/admin', () => import('./features/admin/AdminPage.tsx'), 'AdminPage'),
    // Any other address: who is not signed in comes to the sign-in page, which leads to the public form too.
    createRoute({ getParentRoute: () => frame, path: '$', component: NotFound }),
  ]),
]);

/** The router; search parameters are plain text both ways. */
export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const pairs = Object.entries(search as Search).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    );
    return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
  },
});
