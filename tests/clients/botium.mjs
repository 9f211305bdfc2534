// Botium, which plays conversations from files against a bot, over Direct Line with a secret.
//   node botium.mjs '{"domain": "…", "secret": "…", "webSocket": true}' CONVO.txt
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { BotDriver } = createRequire(import.meta.url)("botium-core");
const { domain, secret, webSocket } = JSON.parse(process.argv[2]);
const driver = new BotDriver({
  PROJECTNAME: "triagebot",
  CONTAINERMODE: "botium-connector-directline3",
  DIRECTLINE3_DOMAIN: domain,
  DIRECTLINE3_SECRET: secret,
  DIRECTLINE3_WEBSOCKET: webSocket,
  DIRECTLINE3_POLLINGINTERVAL: 200,
  DIRECTLINE3_GENERATE_USERNAME: true,
  WAITFORBOTTIMEOUT: 60_000,
  SCRIPTING_MATCHING_MODE: "includeIgnoreCase",
});
const compiler = driver.BuildCompiler();
const [convo] = compiler.Compile(readFileSync(process.argv[3]), "SCRIPTING_FORMAT_TXT", "SCRIPTING_TYPE_CONVO");

const container = await driver.Build();
try {
  await container.Start();
  const transcript = await convo.Run(container);
  process.stdout.write(`${JSON.stringify({ passed: true, steps: transcript.steps.length })}\n`);
} catch (problem) {
  process.stdout.write(`${JSON.stringify({ passed: false, problem: String(problem.message ?? problem) })}\n`);
} finally {
  await container.Stop().catch(() => {});
  process.exit(0);
}
