import { once } from 'node:events'
import { createServer } from 'node:net'
import { Complaint } from './complaint'

/** Refuses a port that cannot be listened on, before any work is done for nothing. */
export async function requireFreePort(port: number): Promise<void> {
  if (port === 0) return
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    throw new Complaint(
      `Port ${port} ${isTaken ? 'is taken by another program' : 'may not be opened'}: ` +
        `choose another one with \`npm start -- --port ${port === 65_535 ? 4173 : port + 1}\`.`,
    )
  }
  server.close()
  await once(server, 'close')
}
