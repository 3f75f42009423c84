// What a county keeps without a programmer: accounts and grants, units, routes, the calendar.
import type { Handlers } from '../../http/handlers.ts';
import { calendar } from './calendar.ts';
import { logins } from './logins.ts';
import { routes } from './routes.ts';
import { staff } from './staff.ts';
import { units } from './units.ts';
import { users } from './users.ts';

export const admin: Handlers<'admin'> = { ...users, ...logins, ...units, ...routes, ...calendar, ...staff };
