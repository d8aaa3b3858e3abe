/** Where a municipality's people sign in. The server says it, so the same build serves every municipality. */
export interface EntraSettings {
  /** `https://login.microsoftonline.com/<tenant-id>` */
  readonly authority: string
  readonly clientId: string
  /** `api://<application-id>/begroting.gebruiken` */
  readonly scope: string
}

/** The part of MSAL's client that is used, and what it answers. */
export interface EntraAnswer {
  readonly accessToken: string
  readonly expiresOn: Date | null
  readonly account: { readonly name?: string | undefined; readonly username: string } | null
}
