export type { Method, RateLimit, RouteFacts, RouteMeta } from './route.ts';
export { route } from './route.ts';
export type { WalkedRoute } from './walk.ts';
export { walkRoutes } from './walk.ts';
