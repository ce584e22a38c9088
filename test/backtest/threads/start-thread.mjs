import { register } from 'tsx/esm/api'

// The hooks that read TypeScript belong to the thread that registered them: a worker needs its own.
register()
await import(process.argv[2] ?? '')
