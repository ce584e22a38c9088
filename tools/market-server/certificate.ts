import { generate } from 'selfsigned'

/** A fresh self-signed certificate for the hosts; test browsers are told to accept any. */
export async function certificateFor(hosts: readonly string[]): Promise<{ key: string; cert: string }> {
  const pem = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'subjectAltName', altNames: ['localhost', ...hosts].map((value) => ({ type: 2, value })) },
    ],
  })
  return { key: pem.private, cert: pem.cert }
}
