// Reads the bench source into PouchDB (LevelDB adapter), one bulkDocs() a page, and says how it went as JSON.
//     node pouchdb.mjs URL FOLDER
import http from 'node:http';
import PouchDB from 'pouchdb';

const [url, folder] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function page(cursor) {
  return new Promise((resolve, reject) => {
    http.get(`${url}/changes?cursor=${cursor}&limit=1000`, { agent }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString('utf8'))));
      answer.on('error', reject);
    }).on('error', reject);
  });
}

const db = new PouchDB(folder);
const started = process.hrtime.bigint();
let documents = 0;
// The next page is fetched while this one is stored, as Ekatra does.
for (let next = page(''); next;) {
  const { records, next_cursor: cursor, has_more: more } = await next;
  next = more ? page(cursor) : null;
  const answers = await db.bulkDocs(records.map(({ id, payload }) => ({ _id: id, ...payload })));
  documents += answers.filter((answer) => answer.ok).length;
}
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
await db.close();
agent.destroy();
console.log(JSON.stringify({ documents, seconds }));
