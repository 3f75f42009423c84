// The desk of a test: the real server, both counties, and a report to begin with.
import { expect } from 'vitest';
import { countyA, districtA } from './arrange.ts';
import { arrangeEveryone, type Everyone } from './everyone.ts';
import { type Ask, startTestServer, type TestServer } from './test-server.ts';

export type DeskWorld = {
  readonly server: TestServer;
  readonly everyone: Everyone;
  /** By the last part of the user name; `foreign` is a screener of the other county. */
  as(name: string): Promise<Ask>;
  /** Ends it; matching must never have failed behind a request. */
  close(): Promise<void>;
};

/** Starts the world. */
export async function startDesk(): Promise<DeskWorld> {
  const server = await startTestServer();
  const everyone = await arrangeEveryone(await server.database.owner());
  return {
    server,
    everyone,
    as: (name) => server.as(everyone.seats[name === 'foreign' ? 'b.screener' : `a.${name}`]!),
    close: async () => {
      const failed = server.log.filter((line) => line.startsWith('intake.'));
      await server.close();
      expect(failed).toEqual([]);
    },
  };
}

/** A report of a teacher about a child; parts can be replaced. */
export const aReport = (more: object = {}) => ({
  county: countyA,
  district: districtA,
  reporterKind: 'education',
  reporter: { name: '林老師', phone: '0912345678' },
  narrative: '孩子說昨天晚上沒有吃飯。',
  grounds: ['family-adversity'],
  persons: [{ role: 'subject', name: '陳小宇', sex: 'male', birthDate: '1080314', addresses: ['甲一區中山路1號'] }],
  ...more,
});
