import { X509Certificate } from 'node:crypto'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../gebied.test-data.ts'
import { isUsable, localCertificate } from './certificate.ts'

const dayMs = 24 * 60 * 60 * 1_000

describe('the certificate of this machine', () => {
  test('is for localhost and 127.0.0.1, signed by an authority of its own', async () => {
    const { ca, cert, key } = await localCertificate(temporaryFolder(), Date.now())
    const certificate = new X509Certificate(cert)
    expect([certificate.checkHost('localhost'), certificate.checkIP('127.0.0.1')]).toEqual(['localhost', '127.0.0.1'])
    expect(certificate.checkHost('elders.nl')).toBeUndefined()
    expect(certificate.verify(new X509Certificate(ca).publicKey)).toBe(true)
    expect(key).toMatch(/^-----BEGIN (?:RSA )?PRIVATE KEY-----/)
  })

  test('is made once, and anew when it is about to end', async () => {
    const folder = temporaryFolder()
    const first = await localCertificate(folder, Date.now())
    expect(await localCertificate(folder, Date.now())).toEqual(first)
    const later = await localCertificate(folder, Date.now() + 364.5 * dayMs)
    expect(later.cert).not.toBe(first.cert)
    expect(new X509Certificate(later.cert).verify(new X509Certificate(later.ca).publicKey)).toBe(true)
  })

  test('is made anew when half of it is there', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'ca.crt'), 'oud')
    const { ca } = await localCertificate(folder, Date.now())
    expect(ca).toContain('BEGIN CERTIFICATE')
    rmSync(path.join(folder, 'localhost.key'))
    expect((await localCertificate(folder, Date.now())).ca).not.toBe(ca)
  })

  test('is of use until a day before its end', async () => {
    const folder = temporaryFolder()
    await localCertificate(folder, Date.now())
    const file = path.join(folder, 'localhost.crt')
    const isUsableAfter = (days: number) => isUsable(file, Date.now() + days * dayMs)
    expect([isUsableAfter(0), isUsableAfter(363), isUsableAfter(364.5)]).toEqual([true, true, false])
    expect(isUsable(path.join(folder, 'geen.crt'), Date.now())).toBe(false)
  })

  test('keeps its key to its owner', async () => {
    const folder = temporaryFolder()
    await localCertificate(folder, Date.now())
    expect(statSync(path.join(folder, 'localhost.key')).mode & 0o077).toBe(0)
  })
})
