// botframework-directlinejs, the client inside of Web Chat, as a program.
//   node directlinejs.mjs '{"domain": "…", "secret": "…" | "token": "…", "webSocket": true, "conversationId": "…"}'
import { createRequire } from "node:module";
import xhr2 from "xhr2";
import WebSocket from "ws";
import { obey, tell } from "./lines.mjs";

globalThis.XMLHttpRequest = xhr2.XMLHttpRequest ?? xhr2;
globalThis.WebSocket = WebSocket;

// It refreshes its token every 15 minutes; here a minute passes in a fifth of a second. Shorter waits are real.
const realInterval = globalThis.setInterval;
globalThis.setInterval = (work, delay, ...rest) => realInterval(work, delay > 100_000 ? delay / 300 : delay, ...rest);

const { DirectLine } = createRequire(import.meta.url)("botframework-directlinejs");
const options = JSON.parse(process.argv[2]);
const directLine = new DirectLine({ pollingInterval: 200, timeout: 5_000, ...options });

directLine.connectionStatus$.subscribe((status) => tell({ status }));
directLine.activity$.subscribe(
  (activity) => tell({ activity }),
  (problem) => tell({ problem: String(problem) }),
  () => tell({ ended: true }),
);

obey({
  say: ({ text, id }) =>
    directLine
      .postActivity({ type: "message", text, from: { id: "me" }, channelData: { clientActivityID: id } })
      .subscribe((given) => tell({ posted: given, text }), (problem) => tell({ problem: String(problem.status ?? problem) })),
  state: () => tell({ token: directLine.token, conversationId: directLine.conversationId, watermark: directLine.watermark }),
  end: () => directLine.end(),
});
