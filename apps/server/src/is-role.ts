// Is this text a role of the access model? Grants of a role that no longer exists give nothing.
import { type RoleId, roleIds } from '@anwang/core/access';

/** Whether core/access knows the role. */
export const isRole = (text: string): text is RoleId => (roleIds as readonly string[]).includes(text);
