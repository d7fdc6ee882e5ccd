-- A data folder's studies.db with the comparisons of the program that kept them under a folder's lock: no leases, no requests. The last one's process was killed.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE comparison (
    id TEXT NOT NULL PRIMARY KEY,
    created_at TEXT NOT NULL
) STRICT;
INSERT INTO comparison VALUES('qaa4gysp','2026-11-30T19:21:39.7362000+00:00');
INSERT INTO comparison VALUES('3x8e7w7h','2026-11-30T19:21:40.7057533+00:00');
INSERT INTO comparison VALUES('ftv2ukuc','2026-11-30T19:21:40.7824561+00:00');
INSERT INTO comparison VALUES('jhsb448h','2026-11-30T19:21:40.8015238+00:00');
INSERT INTO comparison VALUES('8rc865wf','2026-11-30T19:21:41.7582909+00:00');
CREATE TABLE comparison_event (
    comparison_id TEXT NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (comparison_id, sequence)
) STRICT, WITHOUT ROWID;
INSERT INTO comparison_event VALUES('3x8e7w7h',1,'comparisonStarted','{"at":"2026-11-30T19:21:40.7057533+00:00","definition":{"version":1,"name":"a finished comparison","kind":"simulated","objectives":["curves"],"methods":[{"name":"Random search","searcher":{"type":"random"},"scheduler":{"type":"fifo"}},{"name":"Local search","searcher":{"type":"local"},"scheduler":{"type":"fifo"}}],"repetitions":3,"budget":{"trials":6},"workers":1,"decisionTime":{"kind":"fixed","seconds":0.1},"seed":7,"firstConfiguration":"drawn"},"program":"1.0.0+e51cf4165c839bc2360fd4e11a6b6e49cea9d33c","runtime":".NET 10.0.12 on X64, 2 cores","originalId":"qaa4gysp"}');
INSERT INTO comparison_event VALUES('3x8e7w7h',2,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":0,"steps":[10.1,1,10,0.12618089375226418,30.3,3,30,0.11624476491753369,40.4,4,40,0.10406423736357619],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.00038}');
INSERT INTO comparison_event VALUES('3x8e7w7h',3,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":0,"steps":[10.1,1,10,0.12618089375226418,30.3,3,30,0.11560144167911487],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0002809}');
INSERT INTO comparison_event VALUES('3x8e7w7h',4,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":1,"steps":[10.1,1,10,0.394160496461366,20.2,2,20,0.11273056627144215],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0001658}');
INSERT INTO comparison_event VALUES('3x8e7w7h',5,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":1,"steps":[10.1,1,10,0.394160496461366,20.2,2,20,0.13824583784991767,30.3,3,30,0.11071125218234688,40.4,4,40,0.10419975164121784],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0002329}');
INSERT INTO comparison_event VALUES('3x8e7w7h',6,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":2,"steps":[10.1,1,10,0.2841868307238759,30.3,3,30,0.20268047847144255,50.5,5,50,0.10608573376981546],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0001211}');
INSERT INTO comparison_event VALUES('3x8e7w7h',7,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":2,"steps":[10.1,1,10,0.2841868307238759,20.2,2,20,0.1307836567824843,30.3,3,30,0.11583894792728953],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.000158}');
INSERT INTO comparison_event VALUES('3x8e7w7h',8,'comparisonEnded','{"at":"2026-11-30T19:21:40.7577857+00:00","outcome":"finished","reason":"All repetitions have run.","sameAsOriginal":true}');
INSERT INTO comparison_event VALUES('3x8e7w7h',9,'comparisonRenamed','{"name":"a repetition with another name"}');
INSERT INTO comparison_event VALUES('8rc865wf',1,'comparisonStarted','{"at":"2026-11-30T19:21:41.7582909+00:00","definition":{"version":1,"name":"a race that a dead process ran","kind":"race","objectives":["real"],"methods":[{"name":"Random search","searcher":{"type":"random"},"scheduler":{"type":"fifo"}},{"name":"Local search","searcher":{"type":"local"},"scheduler":{"type":"fifo"}}],"repetitions":2,"budget":{"trials":2},"workers":1,"decisionTime":{"kind":"fixed","seconds":0.1},"seed":7,"firstConfiguration":"drawn"},"program":"1.0.0+e51cf4165c839bc2360fd4e11a6b6e49cea9d33c","runtime":".NET 10.0.12 on X64, 2 cores","originalId":null}');
INSERT INTO comparison_event VALUES('8rc865wf',2,'incumbentChanged','{"objective":0,"method":0,"repetition":0,"step":[0.4561907,1,10,0.12618089375226418]}');
INSERT INTO comparison_event VALUES('8rc865wf',3,'incumbentChanged','{"objective":0,"method":1,"repetition":0,"step":[0.4587916,1,10,0.12618089375226418]}');
INSERT INTO comparison_event VALUES('8rc865wf',4,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":0,"steps":[0.4587916,1,10,0.12618089375226418],"end":[0.8926609,2,20],"failed":0,"outcome":"completed"},"computedSeconds":0.8928698}');
INSERT INTO comparison_event VALUES('8rc865wf',5,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":0,"steps":[0.4561907,1,10,0.12618089375226418],"end":[0.9327981,2,20],"failed":0,"outcome":"completed"},"computedSeconds":0.9328459}');
INSERT INTO comparison_event VALUES('8rc865wf',6,'incumbentChanged','{"objective":0,"method":1,"repetition":1,"step":[0.42826,1,10,0.394160496461366]}');
INSERT INTO comparison_event VALUES('8rc865wf',7,'incumbentChanged','{"objective":0,"method":0,"repetition":1,"step":[0.4306557,1,10,0.394160496461366]}');
INSERT INTO comparison_event VALUES('ftv2ukuc',1,'comparisonStarted','{"at":"2026-11-30T19:21:40.7824561+00:00","definition":{"version":1,"name":"a deleted comparison","kind":"simulated","objectives":["curves"],"methods":[{"name":"Random search","searcher":{"type":"random"},"scheduler":{"type":"fifo"}},{"name":"Local search","searcher":{"type":"local"},"scheduler":{"type":"fifo"}}],"repetitions":1,"budget":{"trials":6},"workers":1,"decisionTime":{"kind":"fixed","seconds":0.1},"seed":7,"firstConfiguration":"drawn"},"program":"1.0.0+e51cf4165c839bc2360fd4e11a6b6e49cea9d33c","runtime":".NET 10.0.12 on X64, 2 cores","originalId":null}');
INSERT INTO comparison_event VALUES('ftv2ukuc',2,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":0,"steps":[10.1,1,10,0.12618089375226418,30.3,3,30,0.11624476491753369,40.4,4,40,0.10406423736357619],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0004014}');
INSERT INTO comparison_event VALUES('ftv2ukuc',3,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":0,"steps":[10.1,1,10,0.12618089375226418,30.3,3,30,0.11560144167911487],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0001704}');
INSERT INTO comparison_event VALUES('ftv2ukuc',4,'comparisonEnded','{"at":"2026-11-30T19:21:40.7888802+00:00","outcome":"finished","reason":"All repetitions have run.","sameAsOriginal":null}');
INSERT INTO comparison_event VALUES('jhsb448h',1,'comparisonStarted','{"at":"2026-11-30T19:21:40.8015238+00:00","definition":{"version":1,"name":"a cancelled race","kind":"race","objectives":["real"],"methods":[{"name":"Random search","searcher":{"type":"random"},"scheduler":{"type":"fifo"}},{"name":"Local search","searcher":{"type":"local"},"scheduler":{"type":"fifo"}}],"repetitions":1,"budget":{"trials":2},"workers":1,"decisionTime":{"kind":"fixed","seconds":0.1},"seed":7,"firstConfiguration":"drawn"},"program":"1.0.0+e51cf4165c839bc2360fd4e11a6b6e49cea9d33c","runtime":".NET 10.0.12 on X64, 2 cores","originalId":null}');
INSERT INTO comparison_event VALUES('jhsb448h',2,'incumbentChanged','{"objective":0,"method":0,"repetition":0,"step":[0.4922813,1,10,0.12618089375226418]}');
INSERT INTO comparison_event VALUES('jhsb448h',3,'incumbentChanged','{"objective":0,"method":1,"repetition":0,"step":[0.5089526,1,10,0.12618089375226418]}');
INSERT INTO comparison_event VALUES('jhsb448h',4,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":0,"steps":[0.5089526,1,10,0.12618089375226418],"end":[0.922905,2,20],"failed":0,"outcome":"completed"},"computedSeconds":0.9237586}');
INSERT INTO comparison_event VALUES('jhsb448h',5,'comparisonEnded','{"at":"2026-11-30T19:21:41.7541779+00:00","outcome":"cancelled","reason":"Cancelled; what had finished is kept.","sameAsOriginal":null}');
INSERT INTO comparison_event VALUES('qaa4gysp',1,'comparisonStarted','{"at":"2026-11-30T19:21:39.7362+00:00","definition":{"version":1,"name":"a finished comparison","kind":"simulated","objectives":["curves"],"methods":[{"name":"Random search","searcher":{"type":"random"},"scheduler":{"type":"fifo"}},{"name":"Local search","searcher":{"type":"local"},"scheduler":{"type":"fifo"}}],"repetitions":3,"budget":{"trials":6},"workers":1,"decisionTime":{"kind":"fixed","seconds":0.1},"seed":7,"firstConfiguration":"drawn"},"program":"1.0.0+e51cf4165c839bc2360fd4e11a6b6e49cea9d33c","runtime":".NET 10.0.12 on X64, 2 cores","originalId":null}');
INSERT INTO comparison_event VALUES('qaa4gysp',2,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":0,"steps":[10.1,1,10,0.12618089375226418,30.3,3,30,0.11624476491753369,40.4,4,40,0.10406423736357619],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0859645}');
INSERT INTO comparison_event VALUES('qaa4gysp',3,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":0,"steps":[10.1,1,10,0.12618089375226418,30.3,3,30,0.11560144167911487],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0878446}');
INSERT INTO comparison_event VALUES('qaa4gysp',4,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":1,"steps":[10.1,1,10,0.394160496461366,20.2,2,20,0.11273056627144215],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.000442}');
INSERT INTO comparison_event VALUES('qaa4gysp',5,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":1,"steps":[10.1,1,10,0.394160496461366,20.2,2,20,0.13824583784991767,30.3,3,30,0.11071125218234688,40.4,4,40,0.10419975164121784],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0854839}');
INSERT INTO comparison_event VALUES('qaa4gysp',6,'repetitionFinished','{"result":{"objective":0,"method":0,"repetition":2,"steps":[10.1,1,10,0.2841868307238759,30.3,3,30,0.20268047847144255,50.5,5,50,0.10608573376981546],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0003087}');
INSERT INTO comparison_event VALUES('qaa4gysp',7,'repetitionFinished','{"result":{"objective":0,"method":1,"repetition":2,"steps":[10.1,1,10,0.2841868307238759,20.2,2,20,0.1307836567824843,30.3,3,30,0.11583894792728953],"end":[60.6,6,60],"failed":0,"outcome":"completed"},"computedSeconds":0.0004953}');
INSERT INTO comparison_event VALUES('qaa4gysp',8,'comparisonEnded','{"at":"2026-11-30T19:21:40.6729852+00:00","outcome":"finished","reason":"All repetitions have run.","sameAsOriginal":null}');
CREATE TABLE comparison_deleted (
    comparison_id TEXT NOT NULL PRIMARY KEY REFERENCES comparison (id) ON DELETE CASCADE,
    deleted_at TEXT NOT NULL
) STRICT;
INSERT INTO comparison_deleted VALUES('ftv2ukuc','2026-11-30T19:21:40.7980761+00:00');
CREATE INDEX comparison_event_by_type ON comparison_event (comparison_id, type);
COMMIT;
