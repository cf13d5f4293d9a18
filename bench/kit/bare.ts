/** A bare `node:http` server that sends one answer to everything, for comparison. Run with the file that holds the answer. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const answer = readFileSync(process.argv[2] ?? '', 'latin1')
const end = answer.indexOf('\r\n\r\n')
const body = Buffer.from(answer.slice(end + 4), 'latin1')
/** Those Node itself adds are left to it. */
const headers = answer
  .slice(0, end)
  .split('\r\n')
  .slice(1)
  .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const)
  .filter(([name]) => !/^(date|connection|keep-alive)$/i.test(name))
  .flat()

const server = createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
})
server.listen(Number(process.argv[3]), '127.0.0.1', () => process.send?.('listening'))
process.once('disconnect', () => process.exit())
