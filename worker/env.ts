import type { LiveRoom } from './live/live-room.ts'

/** What the Worker is given: its database, the room of live updates, and the settings of sign-in (wrangler.toml). */
export interface Env {
  readonly DB: D1Database
  readonly LIVE_ROOM: DurableObjectNamespace<LiveRoom>
  /** Issuer of access tokens, exactly as in their `iss`. */
  readonly TOKEN_ISSUER: string
  /** Where the issuer's public keys are. */
  readonly TOKEN_KEYS_URL: string
  /** `aud` of tokens that are meant for this API. */
  readonly TOKEN_AUDIENCE: string
  /** Tenant whose people may sign in. */
  readonly TOKEN_TENANT: string
  /** Clients that may ask for tokens (`azp`), separated by spaces; the add-in's own first. */
  readonly TOKEN_CLIENTS: string
  /** Scope that a token must carry in `scp`. */
  readonly TOKEN_SCOPE: string
}
