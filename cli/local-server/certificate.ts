/** A certificate for pages of this machine: Office only loads an add-in over https. Nothing is told to trust it. */
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { X509Certificate } from 'node:crypto'

/** Texts in PEM. */
export interface Certificate {
  readonly key: string
  readonly cert: string
  /** The authority that signed it: trusted by who adds it to the browser or to Windows. */
  readonly ca: string
}

const validDays = 365
const dayMs = 24 * 60 * 60 * 1_000

/** The certificate for localhost and 127.0.0.1 in this folder, made when there is none or it ends within a day. */
export async function localCertificate(folder: string, nowMs: number): Promise<Certificate> {
  const files = {
    ca: path.join(folder, 'ca.crt'),
    cert: path.join(folder, 'localhost.crt'),
    key: path.join(folder, 'localhost.key'),
  }
  if (!Object.values(files).every((file) => existsSync(file)) || !isUsable(files.cert, nowMs)) {
    // What exists is never written over.
    for (const file of Object.values(files)) rmSync(file, { force: true })
    const { default: certificates } = await import('office-addin-dev-certs')
    await certificates.generateCertificates(files.ca, files.cert, files.key, validDays, ['localhost', '127.0.0.1'])
    chmodSync(files.key, 0o600)
  }
  return { ca: read(files.ca), cert: read(files.cert), key: read(files.key) }
}

function read(file: string): string {
  return readFileSync(file, 'utf8')
}

/** Whether there is a certificate in this file that lasts for another day. */
export function isUsable(file: string, nowMs: number): boolean {
  return existsSync(file) && Date.parse(new X509Certificate(readFileSync(file)).validTo) > nowMs + dayMs
}
