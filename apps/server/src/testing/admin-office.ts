// A server with everybody arranged, asked by the administrator of a county: for tests of what is kept there.
import { afterAll, beforeAll } from 'vitest';
import { arrangeEveryone, type Everyone } from './everyone.ts';
import { arrangeStory } from './story.ts';
import { type Ask, startTestServer, type TestServer } from './test-server.ts';

export type AdminOffice = { readonly server: TestServer; readonly everyone: Everyone; readonly admin: Ask };

/** Opens before the tests of a file and closes after them; `story` brings a report that has become a case. Read inside the tests only. */
export function adminOffice(story = false): AdminOffice {
  let office: AdminOffice | undefined;
  beforeAll(async () => {
    const server = await startTestServer();
    const everyone = await arrangeEveryone(await server.database.owner());
    office = { server, everyone, admin: await server.as(everyone.seats['a.admin']!) };
    if (story) await arrangeStory(server, everyone);
  }, 180_000);
  afterAll(() => office?.server.close());
  return {
    get server() {
      return office!.server;
    },
    get everyone() {
      return office!.everyone;
    },
    get admin() {
      return office!.admin;
    },
  };
}
