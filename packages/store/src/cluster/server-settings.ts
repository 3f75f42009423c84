// The few settings the embedded server is started with; everything else is PostgreSQL's default. Durability is never traded here:
// only temporary databases of the tests are started with `quick`.

import { totalmem } from 'node:os';

/** Command-line settings as name and value. `socket` is the only way in: no TCP port is opened. */
export function serverSettings(socket: string, quick: boolean): ReadonlyMap<string, string> {
  const megabytes = Math.max(128, Math.min(2048, Math.round(totalmem() / 1024 / 1024 / 8)));
  const settings = new Map<string, string>([
    ['listen_addresses', ''],
    ['unix_socket_directories', socket],
    ['unix_socket_permissions', '0700'],
    ['port', '5432'],
    ['password_encryption', 'scram-sha-256'],
    ['max_connections', quick ? '200' : '80'],
    ['shared_buffers', `${quick ? 128 : megabytes}MB`],
    ['effective_cache_size', `${megabytes * 4}MB`],
    ['work_mem', '16MB'],
    ['maintenance_work_mem', '128MB'],
    ['wal_level', 'replica'],
    ['max_wal_size', '2GB'],
    // Old log segments are removed, not kept under a new name with their old bytes: what was erased must not lie in them.
    ['wal_recycle', 'off'],
    ['timezone', 'UTC'],
    ['log_timezone', 'UTC'],
    ['jit', 'off'],
    // What a connection does is in pg_stat_activity; its title would be written anew with every statement.
    ['update_process_title', 'off'],
    ['idle_in_transaction_session_timeout', '60s'],
    // Parameters and statements of people never go to the server's log.
    ['log_min_error_statement', 'panic'],
    ['log_parameter_max_length_on_error', '0'],
    ['log_statement', 'none'],
    ['log_error_verbosity', 'terse'],
  ]);
  if (quick) {
    settings.set('fsync', 'off');
    settings.set('synchronous_commit', 'off');
    settings.set('full_page_writes', 'off');
    settings.set('autovacuum', 'off');
  }
  return settings;
}
