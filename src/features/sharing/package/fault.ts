/** The single place for why a package is refused: a code, what is wrong, and the way out. */

export type PackageFault = {
  readonly code: PackageFaultCode
  readonly message: string
  readonly help: string
}

export type PackageFaultCode =
  | 'too-large'
  | 'not-a-package'
  | 'wrong-digest'
  | 'wrong-signature'
  | 'unpacks-too-large'
  | 'not-canonical'
  | 'wrong-manifest'
  | 'unsafe-path'
  | 'same-path'
  | 'unknown-file'
  | 'wrong-file'
  | 'wrong-definition'
  | 'wrong-version'
  | 'unknown-key'
  | 'changed-key'

const again = 'Fetch it again from where it is offered; if it is refused again, tell the council that offers it.'
const maker = 'Ask the council that made it to make it anew.'

const told: Readonly<Record<PackageFaultCode, readonly [message: string, help: string]>> = {
  'too-large': ['The file is larger than a package can be.', maker],
  'not-a-package': ['This is not a package of Folkmoot, or one of a form this version does not know.', again],
  'wrong-digest': ['The file is damaged: it does not hold what its first lines say.', again],
  'wrong-signature': ['The signature does not belong to this file: somebody has changed it, or it is damaged.', again],
  'unpacks-too-large': ['Unpacked it would be larger than a package can be.', `Do not use it. ${maker}`],
  'not-canonical': ['What is inside is not written the one way packages are.', `Do not use it. ${maker}`],
  'wrong-manifest': ['What the package says of itself cannot be read', maker],
  'unsafe-path': ['A file in it has a name that leads out of the package', `Do not use it. ${maker}`],
  'same-path': ['Two files in it have names that are the same on some machines', `Do not use it. ${maker}`],
  'unknown-file': ['A file in it is none that a service consists of', maker],
  'wrong-file': ['A file in it is not the one the package says it holds', again],
  'wrong-definition': ['The service in it has mistakes', maker],
  'wrong-version': ['The service in it is not the version the package names.', `Do not use it. ${maker}`],
  'unknown-key': [
    'The key it is signed with was not seen before',
    'Compare the fingerprint with the council by phone, then say that you trust it.',
  ],
  'changed-key': [
    'It is signed with another key than this council’s packages before',
    'Ask the council, by phone and not by email, whether it has a new key, and compare the fingerprint. Then say that you trust the new one.',
  ],
}

/** `about` names the file or the place it is about. */
export function packageFault(code: PackageFaultCode, about?: string): PackageFault {
  const [message, help] = told[code]
  return { code, message: about === undefined ? message : `${message.replace(/\.$/, '')}: ${about.slice(0, 500)}`, help }
}
