/**
 * Signing in at a local server, on the site's own origin: the pane asks who there is and gets a token of the local issuer
 * through here, so that the site's rules about what a page may reach stay those of a municipality.
 */
import type { Person } from '#shared/example/index.ts'

/** What the Worker of `signInScript` calls `NODE`: answers `GET /aanmelden/personen` and `POST /aanmelden/token`. */
export function signInHandler(
  issuerUrl: string,
  people: readonly Person[],
): (request: SignInRequest) => Promise<Response> {
  return async (request) => {
    const route = `${request.method} ${new URL(request.url).pathname}`
    if (route === 'GET /aanmelden/personen') {
      return answer(people.map(({ id, name, role }) => ({ id, name, role })))
    }
    if (route !== 'POST /aanmelden/token') return new Response(null, { status: 404, headers })
    const token = await fetch(`${issuerUrl}/token`, {
      method: 'POST',
      body: await request.text(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    return new Response(await token.text(), {
      status: token.status,
      headers: { ...headers, 'content-type': 'application/json' },
    })
  }
}

/** The part of a request that is used: Miniflare has a class of its own for it. */
export interface SignInRequest {
  readonly method: string
  readonly url: string
  readonly text: () => Promise<string>
}

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

function answer(body: unknown): Response {
  return Response.json(body, { headers })
}

/** A Worker beside ours that hands its requests to this process. */
export const signInScript = 'export default { fetch: (request, env) => env.NODE.fetch(request) }'
