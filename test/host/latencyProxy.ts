/** A line that takes its time: passes connections on to a port of this machine, every chunk so much later. */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface LatencyProxy {
  readonly port: number;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/** @param delayMs In each direction, so that a question is answered twice as much later. */
export async function startLatencyProxy(targetPort: number, delayMs: number): Promise<LatencyProxy> {
  const sockets = new Set<Socket>();
  const proxy = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ host: HOST, port: targetPort, allowHalfOpen: true, noDelay: true });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    passOn(near, far, delayMs);
    passOn(far, near, delayMs);
  });
  await new Promise<void>((resolve, reject) => proxy.once('error', reject).listen(0, HOST, resolve));
  return {
    port: (proxy.address() as AddressInfo).port, // it listens on a port, so that is what its address is
    stop: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Timers of the same length end in the order in which they began, and with them chunks and ends arrive in theirs. */
function passOn(from: Socket, to: Socket, delayMs: number): void {
  const later = (act: () => void) => setTimeout(act, delayMs);
  from.on('data', (chunk) => later(() => to.write(chunk)));
  from.on('end', () => later(() => to.end()));
  // A connection that breaks at one end breaks at the other.
  from.on('error', () => later(() => to.destroy()));
}
