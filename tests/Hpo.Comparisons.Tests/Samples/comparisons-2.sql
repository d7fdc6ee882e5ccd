-- A data folder's studies.db with the comparisons of the program that runs them under leases. The last one's process was killed.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE comparison (
    id TEXT NOT NULL PRIMARY KEY,
    created_at TEXT NOT NULL
) STRICT;
INSERT INTO comparison VALUES('ae4r8c5z','2026-11-30T20:01:15.2628580+00:00');
INSERT INTO comparison VALUES('qyqn56n2','2026-11-30T20:01:16.5611085+00:00');
INSERT INTO comparison VALUES('mct2ak3g','2026-11-30T20:01:16.8275455+00:00');
INSERT INTO comparison VALUES('8x87nyh3','2026-11-30T20:01:16.9063357+00:00');
INSERT INTO comparison VALUES('7w2js24y','2026-11-30T20:01:17.9058727+00:00');
CREATE TABLE comparison_event (
    comparison_id TEXT NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (comparison_id, sequence)
) STRICT, WITHOUT ROWID;
INSERT INTO comparison_event VALUES('7w2js24y',1,'comparisonStarted','{"at":"2026-11-30T20:01:17.9058727+00:00","definition":{"version":1,"name":"a race that a dead process ran","kind":"race","objectives":["real"],"methods":[{"name":"Random search","searcher":{"type":"random"},"scheduler":{"type":"fifo"}},{"name":"Local search","searcher":{"type":"local"},"scheduler":{"type":"fifo"}}],"repetitions":2,"budget":{"trials":2},"workers":1,"decisionTime":{"kind":"fixed","seconds":0.1},"seed":7,"firstConfiguration":"drawn"},"program":"1.0.0+a163a5b030780a48f41046f0acf01dfbf9a0e6e0","runtime":".NET 10.0.12 on X64, 2 cores","originalId":null}');
INSERT INTO comparison_event VALUES('7w2js24y',2,'incumbentChanged','{"objective":0,"method":1,"repetition":0,"step":[0.465388,1,10,0.12618089375226418]}');
INSERT INTO comparison_event VALUES('7w2js24y',3,'incumbentChanged','{"objective":0,"method":0,"repetition":0,"step":[0.4647477,1,10,0.12618089375226418]}');
INSERT INTO comparison_event VALUES('7w2js24y',4,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":0,"steps":[0.4647477,1,10,0.12618089375226418],"end":[1.0099,2,20],"failed":0,"outcome":"completed"},"computedSeconds":1.0100821}');
INSERT INTO comparison_event VALUES('7w2js24y',5,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":0,"steps":[0.465388,1,10,0.12618089375226418],"end":[1.0133622,2,20],"failed":0,"outcome":"completed"},"computedSeconds":1.0135192}');
INSERT INTO comparison_event VALUES('7w2js24y',6,'incumbentChanged','{"objective":0,"method":1,"repetition":1,"step":[0.5550051,1,10,0.394160496461366]}');
INSERT INTO comparison_event VALUES('7w2js24y',7,'incumbentChanged','{"objective":0,"method":0,"repetition":1,"step":[0.569831,1,10,0.394160496461366]}');
INSERT INTO comparison_event VALUES('8x87nyh3',1,'comparisonStarted','{"at":"2026-11-30T20:01:16.9063357+00:00","definition":{"version":1,"name":"a cancelled race","kind":"race","objectives":["real"],"methods":[{"name":"Random search","searcher":{"type":"random"},"scheduler":{"type":"fifo"}},{"name":"Local search","searcher":{"type":"local"},"scheduler":{"type":"fifo"}}],"repetitions":1,"budget":{"trials":2},"workers":1,"decisionTime":{"kind":"fixed","seconds":0.1},"seed":7,"firstConfiguration":"drawn"},"program":"1.0.0+a163a5b030780a48f41046f0acf01dfbf9a0e6e0","runtime":".NET 10.0.12 on X64, 2 cores","originalId":null}');
INSERT INTO comparison_event VALUES('8x87nyh3',2,'incumbentChanged','{"objective":0,"method":1,"repetition":0,"step":[0.4951027,1,10,0.12618089375226418]}');
INSERT INTO comparison_event VALUES('8x87nyh3',3,'incumbentChanged','{"objective":0,"method":0,"repetition":0,"step":[0.5119881,1,10,0.12618089375226418]}');
INSERT INTO comparison_event VALUES('8x87nyh3',4,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":0,"steps":[0.4951027,1,10,0.12618089375226418],"end":[0.9667721,2,20],"failed":0,"outcome":"completed"},"computedSeconds":0.9697274}');
INSERT INTO comparison_event VALUES('8x87nyh3',5,'comparisonEnded','{"at":"2026-11-30T20:01:17.9006993+00:00","outcome":"cancelled","reason":"Cancelled; what had finished is kept.","sameAsOriginal":null}');
INSERT INTO comparison_event VALUES('ae4r8c5z',1,'comparisonStarted','{"at":"2026-11-30T20:01:15.262858+00:00","definition":{"version":1,"name":"a finished comparison","kind":"simulated","objectives":["curves"],"methods":[{"name":"Random search","searcher":{"type":"random"},"scheduler":{"type":"fifo"}},{"name":"Local search","searcher":{"type":"local"},"scheduler":{"type":"fifo"}}],"repetitions":3,"budget":{"trials":6},"workers":1,"decisionTime":{"kind":"fixed","seconds":0.1},"seed":7,"firstConfiguration":"drawn"},"program":"1.0.0+a163a5b030780a48f41046f0acf01dfbf9a0e6e0","runtime":".NET 10.0.12 on X64, 2 cores","originalId":null}');
INSERT INTO comparison_event VALUES('ae4r8c5z',2,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":0,"steps":[10.1,1,10,0.12618089375226418,30.3,3,30,0.11624476491753369,40.4,4,40,0.10406423736357619],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.1147258}');
INSERT INTO comparison_event VALUES('ae4r8c5z',3,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":0,"steps":[10.1,1,10,0.12618089375226418,30.3,3,30,0.11560144167911487],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0303661}');
INSERT INTO comparison_event VALUES('ae4r8c5z',4,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":1,"steps":[10.1,1,10,0.394160496461366,20.2,2,20,0.11273056627144215],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0002224}');
INSERT INTO comparison_event VALUES('ae4r8c5z',5,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":1,"steps":[10.1,1,10,0.394160496461366,20.2,2,20,0.13824583784991767,30.3,3,30,0.11071125218234688,40.4,4,40,0.10419975164121784],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.1400212}');
INSERT INTO comparison_event VALUES('ae4r8c5z',6,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":2,"steps":[10.1,1,10,0.2841868307238759,30.3,3,30,0.20268047847144255,50.5,5,50,0.10608573376981546],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0002918}');
INSERT INTO comparison_event VALUES('ae4r8c5z',7,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":2,"steps":[10.1,1,10,0.2841868307238759,20.2,2,20,0.1307836567824843,30.3,3,30,0.11583894792728953],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.003192}');
INSERT INTO comparison_event VALUES('ae4r8c5z',8,'comparisonEnded','{"at":"2026-11-30T20:01:16.5035638+00:00","outcome":"finished","reason":"All repetitions have run.","sameAsOriginal":null}');
INSERT INTO comparison_event VALUES('mct2ak3g',1,'comparisonStarted','{"at":"2026-11-30T20:01:16.8275455+00:00","definition":{"version":1,"name":"a deleted comparison","kind":"simulated","objectives":["curves"],"methods":[{"name":"Random search","searcher":{"type":"random"},"scheduler":{"type":"fifo"}},{"name":"Local search","searcher":{"type":"local"},"scheduler":{"type":"fifo"}}],"repetitions":1,"budget":{"trials":6},"workers":1,"decisionTime":{"kind":"fixed","seconds":0.1},"seed":7,"firstConfiguration":"drawn"},"program":"1.0.0+a163a5b030780a48f41046f0acf01dfbf9a0e6e0","runtime":".NET 10.0.12 on X64, 2 cores","originalId":null}');
INSERT INTO comparison_event VALUES('mct2ak3g',2,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":0,"steps":[10.1,1,10,0.12618089375226418,30.3,3,30,0.11624476491753369,40.4,4,40,0.10406423736357619],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0004884}');
INSERT INTO comparison_event VALUES('mct2ak3g',3,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":0,"steps":[10.1,1,10,0.12618089375226418,30.3,3,30,0.11560144167911487],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0001944}');
INSERT INTO comparison_event VALUES('mct2ak3g',4,'comparisonEnded','{"at":"2026-11-30T20:01:16.8883976+00:00","outcome":"finished","reason":"All repetitions have run.","sameAsOriginal":null}');
INSERT INTO comparison_event VALUES('qyqn56n2',1,'comparisonStarted','{"at":"2026-11-30T20:01:16.5611085+00:00","definition":{"version":1,"name":"a finished comparison","kind":"simulated","objectives":["curves"],"methods":[{"name":"Random search","searcher":{"type":"random"},"scheduler":{"type":"fifo"}},{"name":"Local search","searcher":{"type":"local"},"scheduler":{"type":"fifo"}}],"repetitions":3,"budget":{"trials":6},"workers":1,"decisionTime":{"kind":"fixed","seconds":0.1},"seed":7,"firstConfiguration":"drawn"},"program":"1.0.0+a163a5b030780a48f41046f0acf01dfbf9a0e6e0","runtime":".NET 10.0.12 on X64, 2 cores","originalId":"ae4r8c5z"}');
INSERT INTO comparison_event VALUES('qyqn56n2',2,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":0,"steps":[10.1,1,10,0.12618089375226418,30.3,3,30,0.11624476491753369,40.4,4,40,0.10406423736357619],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0006325}');
INSERT INTO comparison_event VALUES('qyqn56n2',3,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":0,"steps":[10.1,1,10,0.12618089375226418,30.3,3,30,0.11560144167911487],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0002491}');
INSERT INTO comparison_event VALUES('qyqn56n2',4,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":1,"steps":[10.1,1,10,0.394160496461366,20.2,2,20,0.11273056627144215],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0001286}');
INSERT INTO comparison_event VALUES('qyqn56n2',5,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":1,"steps":[10.1,1,10,0.394160496461366,20.2,2,20,0.13824583784991767,30.3,3,30,0.11071125218234688,40.4,4,40,0.10419975164121784],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0001483}');
INSERT INTO comparison_event VALUES('qyqn56n2',6,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":2,"steps":[10.1,1,10,0.2841868307238759,30.3,3,30,0.20268047847144255,50.5,5,50,0.10608573376981546],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0001148}');
INSERT INTO comparison_event VALUES('qyqn56n2',7,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":2,"steps":[10.1,1,10,0.2841868307238759,20.2,2,20,0.1307836567824843,30.3,3,30,0.11583894792728953],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0001293}');
INSERT INTO comparison_event VALUES('qyqn56n2',8,'comparisonEnded','{"at":"2026-11-30T20:01:16.6544298+00:00","outcome":"finished","reason":"All repetitions have run.","sameAsOriginal":true}');
INSERT INTO comparison_event VALUES('qyqn56n2',9,'comparisonRenamed','{"name":"a repetition with another name"}');
CREATE TABLE comparison_deleted (
    comparison_id TEXT NOT NULL PRIMARY KEY REFERENCES comparison (id) ON DELETE CASCADE,
    deleted_at TEXT NOT NULL
) STRICT;
INSERT INTO comparison_deleted VALUES('mct2ak3g','2026-11-30T20:01:16.9003214+00:00');
CREATE TABLE comparison_lease (
    comparison_id TEXT NOT NULL PRIMARY KEY REFERENCES comparison (id) ON DELETE CASCADE,
    process TEXT NOT NULL,
    token INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO comparison_lease VALUES('7w2js24y','aevute96u5s7',1);
INSERT INTO comparison_lease VALUES('8x87nyh3','',1);
INSERT INTO comparison_lease VALUES('ae4r8c5z','',1);
INSERT INTO comparison_lease VALUES('mct2ak3g','',2);
INSERT INTO comparison_lease VALUES('qyqn56n2','',1);
CREATE TABLE comparison_request (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison_id TEXT NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    asker TEXT NOT NULL,
    command TEXT NOT NULL,
    answer TEXT
) STRICT;
DELETE FROM sqlite_sequence;
CREATE INDEX comparison_event_by_type ON comparison_event (comparison_id, type);
COMMIT;
