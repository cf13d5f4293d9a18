/** The single place where tests make a certificate for this machine: signed by itself, valid for a day, its key never written anywhere. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** Both as PEM. */
export type Certificate = { readonly cert: string; readonly key: string }

/** For `localhost` and `cy.localhost` (RFC 5280, with the fewest fields a client asks for). */
export function makeCertificate(now: Date): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const toBeSigned = bodyOf(publicKey, now)
  const signature = sign('sha256', toBeSigned, privateKey)
  const der = sequence(toBeSigned, ecdsaWithSha256, tagged(0x03, Buffer.concat([Buffer.of(0), signature])))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function bodyOf(publicKey: KeyObject, now: Date): Buffer {
  const name = sequence(tagged(0x31, sequence(commonName, tagged(0x0c, Buffer.from('localhost')))))
  const day = 86_400_000
  return sequence(
    tagged(0xa0, tagged(0x02, Buffer.of(2))),
    tagged(0x02, Buffer.of(1)),
    ecdsaWithSha256,
    name,
    sequence(timeOf(new Date(now.getTime() - day)), timeOf(new Date(now.getTime() + day))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(alternativeNames(['localhost', 'cy.localhost']), basicConstraints)),
  )
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts))
}

function timeOf(moment: Date): Buffer {
  const digits = moment.toISOString().replace(/\D/g, '').slice(2, 14)
  return tagged(0x17, Buffer.from(`${digits}Z`))
}

function alternativeNames(names: readonly string[]): Buffer {
  const listed = sequence(...names.map((name) => tagged(0x82, Buffer.from(name))))
  return sequence(identifier('551d11'), tagged(0x04, listed))
}

function identifier(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'))
}

const commonName = identifier('550403')
const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'))
/** It may sign itself. */
const basicConstraints = sequence(identifier('551d13'), tagged(0x01, Buffer.of(255)), tagged(0x04, sequence(tagged(0x01, Buffer.of(255)))))
