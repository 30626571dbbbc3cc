import type { Workbench } from '../e2e/workbench';

export interface WireBytes {
  toPage: number;
  fromPage: number;
}

/**
 * The bytes that cross the WebSockets between the workbench in the browser and its server while `work` goes on:
 * VS Code's own envelopes and whatever else it says meanwhile included.
 */
export async function wireBytes(workbench: Workbench, work: () => Promise<unknown>): Promise<WireBytes> {
  const session = await workbench.page.context().newCDPSession(workbench.page);
  const bytes = { toPage: 0, fromPage: 0 };
  session.on('Network.webSocketFrameReceived', ({ response }) => (bytes.toPage += payloadBytes(response)));
  session.on('Network.webSocketFrameSent', ({ response }) => (bytes.fromPage += payloadBytes(response)));
  await session.send('Network.enable');
  await work();
  await session.detach();
  return bytes;
}

const TEXT_FRAME = 1;

function payloadBytes({ opcode, payloadData }: { opcode: number; payloadData: string }): number {
  return Buffer.byteLength(payloadData, opcode === TEXT_FRAME ? 'utf8' : 'base64');
}
