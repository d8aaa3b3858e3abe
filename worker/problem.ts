/** What the API answers when it does not do what was asked: RFC 9457 problem+json, Dutch with English beside it. */
import type { Finding } from '#shared/model/index.ts'
import type { SyncProblem } from '#shared/sync/index.ts'

export type ProblemType =
  | SyncProblem
  | 'ongeldige-invoer'
  | 'te-groot'
  | 'overgang-kan-niet'
  | 'niet-aangemeld'
  | 'geen-recht'
  | 'niet-gevonden'
  | 'ondertussen-gewijzigd'
  | 'lijst-klopt-niet'
  | 'laatste-beheerder'
  | 'methode-niet-toegestaan'
  | 'interne-fout'

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 422 | 500 | 503

export class Problem extends Error {
  override name = 'Problem'
  readonly status: ProblemStatus
  readonly type: ProblemType
  /** Says where and what to do, in Dutch and in English. */
  readonly detail: { readonly nl: string; readonly en: string }
  readonly headers: Readonly<Record<string, string>>
  /** What a program needs to go on, beside the texts: members of their own in the body. */
  readonly members: Readonly<Record<string, unknown>>

  constructor(
    status: ProblemStatus,
    type: ProblemType,
    detail: { readonly nl: string; readonly en: string },
    headers: Readonly<Record<string, string>> = {},
    members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail.en)
    this.status = status
    this.type = type
    this.detail = detail
    this.headers = headers
    this.members = members
  }
}

/** What rules say that stands in the way, as a member of the body. */
export function findingMembers(findings: readonly Finding[]): Readonly<Record<string, unknown>> {
  return findings.length === 0 ? {} : { bevindingen: findings }
}

const titles: Readonly<Record<ProblemType, string>> = {
  'protocol-te-oud': 'Deze versie is te oud',
  'geschiedenis-wijkt-af': 'De server is teruggezet',
  'werkboek-bezet': 'Het werkboek wordt al gesynchroniseerd',
  'begroting-vergrendeld': 'De begroting is niet in concept',
  'sleutel-hergebruikt': 'Deze sleutel is al gebruikt',
  'te-druk': 'Te druk',
  'ongeldige-invoer': 'De invoer klopt niet',
  'te-groot': 'De invoer is te groot',
  'overgang-kan-niet': 'Deze stap kan nu niet',
  'niet-aangemeld': 'Niet aangemeld',
  'geen-recht': 'Geen recht',
  'niet-gevonden': 'Niet gevonden',
  'ondertussen-gewijzigd': 'Ondertussen gewijzigd',
  'lijst-klopt-niet': 'De lijst klopt niet',
  'laatste-beheerder': 'De laatste beheerder',
  'methode-niet-toegestaan': 'Deze methode kan hier niet',
  'interne-fout': 'Er ging iets mis',
}

/** The response of a problem; the request id finds it in the log. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const body = {
    ...problem.members,
    type: `urn:gebiedsbegroting:probleem:${problem.type}`,
    title: titles[problem.type],
    status: problem.status,
    detail: problem.detail.nl,
    en: problem.detail.en,
    instance: `urn:uuid:${requestId}`,
  }
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...problem.headers },
  })
}
