-- A data folder's studies.db as schema version 6 of this program left it: the studies of version 4.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE event (
    study_id TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (study_id, sequence)
) STRICT, WITHOUT ROWID;
INSERT INTO "event" VALUES('bzst5hzk',1,'studyStarted','{"startedAt":"2026-11-25T22:43:05.1085284+00:00","brackets":[{"rungs":[1,3,9]}],"elapsed":"00:00:00"}');
INSERT INTO "event" VALUES('bzst5hzk',2,'trialStarted','{"trialId":0,"configuration":{"learning_rate":0.1,"batch_size":128},"reason":"initial configuration 1 of 1","worker":0,"parentId":null,"elapsed":"00:00:00.0247380"}');
INSERT INTO "event" VALUES('bzst5hzk',3,'epochReported','{"trialId":0,"epoch":1,"error":0.6320473514028839,"runtime":"00:00:00.0121800","elapsed":"00:00:00.0290747"}');
INSERT INTO "event" VALUES('bzst5hzk',4,'rungReached','{"trialId":0,"standing":{"bracket":0,"epoch":1,"rank":1,"of":1,"cutOff":null},"reason":"rung 1: rank 1 of 1, no cut-off yet","elapsed":"00:00:00.0418140"}');
INSERT INTO "event" VALUES('bzst5hzk',5,'trialPaused','{"trialId":0,"runtime":"00:00:00.0341960","reason":"rung 1: rank 1 of 1, no cut-off yet","elapsed":"00:00:00.0513018"}');
INSERT INTO "event" VALUES('bzst5hzk',6,'trialStarted','{"trialId":1,"configuration":{"learning_rate":0.027611523812200396,"batch_size":92},"reason":"random start-up 2 of 10","worker":0,"parentId":null,"elapsed":"00:00:00.0668133"}');
INSERT INTO "event" VALUES('bzst5hzk',7,'epochReported','{"trialId":1,"epoch":1,"error":0.737471425920493,"runtime":"00:00:00.0152797","elapsed":"00:00:00.0668699"}');
INSERT INTO "event" VALUES('bzst5hzk',8,'rungReached','{"trialId":1,"standing":{"bracket":0,"epoch":1,"rank":2,"of":2,"cutOff":null},"reason":"rung 1: rank 2 of 2, no cut-off yet","elapsed":"00:00:00.0670414"}');
INSERT INTO "event" VALUES('bzst5hzk',9,'trialPaused','{"trialId":1,"runtime":"00:00:00.0154738","reason":"rung 1: rank 2 of 2, no cut-off yet","elapsed":"00:00:00.0670643"}');
INSERT INTO "event" VALUES('bzst5hzk',10,'trialStarted','{"trialId":2,"configuration":{"learning_rate":0.11792358671183162,"batch_size":45},"reason":"random start-up 3 of 10","worker":0,"parentId":null,"elapsed":"00:00:00.0671537"}');
INSERT INTO "event" VALUES('bzst5hzk',11,'epochReported','{"trialId":2,"epoch":1,"error":0.40090595194453343,"runtime":"00:00:00.0000628","elapsed":"00:00:00.0671588"}');
INSERT INTO "event" VALUES('bzst5hzk',12,'rungReached','{"trialId":2,"standing":{"bracket":0,"epoch":1,"rank":1,"of":3,"cutOff":0.40090595194453343},"reason":"rung 1: rank 1 of 3, cut-off 0.4009","elapsed":"00:00:00.0673058"}');
INSERT INTO "event" VALUES('bzst5hzk',13,'trialPaused','{"trialId":2,"runtime":"00:00:00.0002118","reason":"rung 1: rank 1 of 3, cut-off 0.4009","elapsed":"00:00:00.0673078"}');
INSERT INTO "event" VALUES('bzst5hzk',14,'trialResumed','{"trialId":2,"reason":"promoted from rung 1: rank 1 of 3, cut-off 0.4009","worker":0,"eventsSinceDecision":0,"elapsed":"00:00:00.0680987"}');
INSERT INTO "event" VALUES('bzst5hzk',15,'epochReported','{"trialId":2,"epoch":2,"error":0.20756517459666024,"runtime":"00:00:00.0008886","elapsed":"00:00:00.0683829"}');
INSERT INTO "event" VALUES('bzst5hzk',16,'epochReported','{"trialId":2,"epoch":3,"error":0.1471296682074936,"runtime":"00:00:00.0008963","elapsed":"00:00:00.0683901"}');
INSERT INTO "event" VALUES('bzst5hzk',17,'rungReached','{"trialId":2,"standing":{"bracket":0,"epoch":3,"rank":1,"of":1,"cutOff":null},"reason":"rung 3: rank 1 of 1, no cut-off yet","elapsed":"00:00:00.0685406"}');
INSERT INTO "event" VALUES('bzst5hzk',18,'trialPaused','{"trialId":2,"runtime":"00:00:00.0010510","reason":"rung 3: rank 1 of 1, no cut-off yet","elapsed":"00:00:00.0685452"}');
INSERT INTO "event" VALUES('bzst5hzk',19,'trialStarted','{"trialId":3,"configuration":{"learning_rate":0.15166095414511258,"batch_size":132},"reason":"random start-up 4 of 10","worker":0,"parentId":null,"elapsed":"00:00:00.0686124"}');
INSERT INTO "event" VALUES('bzst5hzk',20,'epochReported','{"trialId":3,"epoch":1,"error":0.5990989155463686,"runtime":"00:00:00.0000684","elapsed":"00:00:00.0686170"}');
INSERT INTO "event" VALUES('bzst5hzk',21,'rungReached','{"trialId":3,"standing":{"bracket":0,"epoch":1,"rank":2,"of":4,"cutOff":0.40090595194453343},"reason":"rung 1: rank 2 of 4, cut-off 0.4009","elapsed":"00:00:00.0686283"}');
INSERT INTO "event" VALUES('bzst5hzk',22,'trialPaused','{"trialId":3,"runtime":"00:00:00.0000804","reason":"rung 1: rank 2 of 4, cut-off 0.4009","elapsed":"00:00:00.0686290"}');
INSERT INTO "event" VALUES('bzst5hzk',23,'trialStarted','{"trialId":4,"configuration":{"learning_rate":0.03635190268840666,"batch_size":46},"reason":"random start-up 5 of 10","worker":0,"parentId":null,"elapsed":"00:00:00.0686334"}');
INSERT INTO "event" VALUES('bzst5hzk',24,'epochReported','{"trialId":4,"epoch":1,"error":0.5061922509136616,"runtime":"00:00:00.0000053","elapsed":"00:00:00.0686350"}');
INSERT INTO "event" VALUES('bzst5hzk',25,'rungReached','{"trialId":4,"standing":{"bracket":0,"epoch":1,"rank":2,"of":5,"cutOff":0.40090595194453343},"reason":"rung 1: rank 2 of 5, cut-off 0.4009","elapsed":"00:00:00.0686366"}');
INSERT INTO "event" VALUES('bzst5hzk',26,'trialPaused','{"trialId":4,"runtime":"00:00:00.0000074","reason":"rung 1: rank 2 of 5, cut-off 0.4009","elapsed":"00:00:00.0686371"}');
INSERT INTO "event" VALUES('bzst5hzk',27,'trialStarted','{"trialId":5,"configuration":{"learning_rate":0.16318330933291886,"batch_size":111},"reason":"random start-up 6 of 10","worker":0,"parentId":null,"elapsed":"00:00:00.0686605"}');
INSERT INTO "event" VALUES('bzst5hzk',28,'epochReported','{"trialId":5,"epoch":1,"error":0.5433494737889948,"runtime":"00:00:00.0000310","elapsed":"00:00:00.0686689"}');
INSERT INTO "event" VALUES('bzst5hzk',29,'rungReached','{"trialId":5,"standing":{"bracket":0,"epoch":1,"rank":3,"of":6,"cutOff":0.5061922509136616},"reason":"rung 1: rank 3 of 6, cut-off 0.5062","elapsed":"00:00:00.0686711"}');
INSERT INTO "event" VALUES('bzst5hzk',30,'trialPaused','{"trialId":5,"runtime":"00:00:00.0000339","reason":"rung 1: rank 3 of 6, cut-off 0.5062","elapsed":"00:00:00.0686717"}');
INSERT INTO "event" VALUES('bzst5hzk',31,'trialResumed','{"trialId":4,"reason":"promoted from rung 1: rank 2 of 6, cut-off 0.5062","worker":0,"eventsSinceDecision":0,"elapsed":"00:00:00.0686753"}');
INSERT INTO "event" VALUES('bzst5hzk',32,'epochReported','{"trialId":4,"epoch":2,"error":0.31603593900045646,"runtime":"00:00:00.0000154","elapsed":"00:00:00.0686812"}');
INSERT INTO "event" VALUES('bzst5hzk',33,'epochReported','{"trialId":4,"epoch":3,"error":0.21568938363625892,"runtime":"00:00:00.0000164","elapsed":"00:00:00.0686822"}');
INSERT INTO "event" VALUES('bzst5hzk',34,'rungReached','{"trialId":4,"standing":{"bracket":0,"epoch":3,"rank":2,"of":2,"cutOff":null},"reason":"rung 3: rank 2 of 2, no cut-off yet","elapsed":"00:00:00.0686831"}');
INSERT INTO "event" VALUES('bzst5hzk',35,'trialPaused','{"trialId":4,"runtime":"00:00:00.0000296","reason":"rung 3: rank 2 of 2, no cut-off yet","elapsed":"00:00:00.0686954"}');
INSERT INTO "event" VALUES('bzst5hzk',36,'trialEnded','{"trialId":0,"status":"stopped","runtime":"00:00:00.0341960","reason":"not promoted from rung 1: rank 5 of 6, cut-off 0.5062","eventsSinceDecision":0,"elapsed":"00:00:00.0875085"}');
INSERT INTO "event" VALUES('bzst5hzk',37,'trialEnded','{"trialId":1,"status":"stopped","runtime":"00:00:00.0154738","reason":"not promoted from rung 1: rank 6 of 6, cut-off 0.5062","eventsSinceDecision":0,"elapsed":"00:00:00.0876706"}');
INSERT INTO "event" VALUES('bzst5hzk',38,'trialEnded','{"trialId":2,"status":"stopped","runtime":"00:00:00.0010510","reason":"not promoted from rung 3: rank 1 of 2, no cut-off yet","eventsSinceDecision":0,"elapsed":"00:00:00.0876733"}');
INSERT INTO "event" VALUES('bzst5hzk',39,'trialEnded','{"trialId":3,"status":"stopped","runtime":"00:00:00.0000804","reason":"not promoted from rung 1: rank 4 of 6, cut-off 0.5062","eventsSinceDecision":0,"elapsed":"00:00:00.0876755"}');
INSERT INTO "event" VALUES('bzst5hzk',40,'trialEnded','{"trialId":4,"status":"stopped","runtime":"00:00:00.0000296","reason":"not promoted from rung 3: rank 2 of 2, no cut-off yet","eventsSinceDecision":0,"elapsed":"00:00:00.0876911"}');
INSERT INTO "event" VALUES('bzst5hzk',41,'trialEnded','{"trialId":5,"status":"stopped","runtime":"00:00:00.0000339","reason":"not promoted from rung 1: rank 3 of 6, cut-off 0.5062","eventsSinceDecision":0,"elapsed":"00:00:00.0876932"}');
INSERT INTO "event" VALUES('bzst5hzk',42,'studyEnded','{"outcome":"completed","reason":"All 6 trials have run.","elapsed":"00:00:00.0897923"}');
INSERT INTO "event" VALUES('kmfjcvsq',1,'studyStarted','{"startedAt":"2026-11-25T22:43:05.3023947+00:00","brackets":null,"elapsed":"00:00:00"}');
INSERT INTO "event" VALUES('kmfjcvsq',2,'trialStarted','{"trialId":0,"configuration":{"learning_rate":0.1,"batch_size":128},"reason":"initial configuration 1 of 1","worker":0,"parentId":null,"elapsed":"00:00:00.0009646"}');
INSERT INTO "event" VALUES('kmfjcvsq',3,'epochReported','{"trialId":0,"epoch":1,"error":0.6320473514028839,"runtime":"00:00:00.0003936","elapsed":"00:00:00.0009932"}');
INSERT INTO "event" VALUES('kmfjcvsq',4,'epochReported','{"trialId":0,"epoch":2,"error":0.46227849691704936,"runtime":"00:00:00.0004707","elapsed":"00:00:00.0010699"}');
INSERT INTO "event" VALUES('kmfjcvsq',5,'epochReported','{"trialId":0,"epoch":3,"error":0.33702103012746376,"runtime":"00:00:00.0004726","elapsed":"00:00:00.0010718"}');
INSERT INTO "event" VALUES('kmfjcvsq',6,'epochReported','{"trialId":0,"epoch":4,"error":0.26377650885774023,"runtime":"00:00:00.0004736","elapsed":"00:00:00.0010727"}');
INSERT INTO "event" VALUES('kmfjcvsq',7,'epochReported','{"trialId":0,"epoch":5,"error":0.2174463408405933,"runtime":"00:00:00.0004745","elapsed":"00:00:00.0010736"}');
INSERT INTO "event" VALUES('kmfjcvsq',8,'epochReported','{"trialId":0,"epoch":6,"error":0.18530453424813906,"runtime":"00:00:00.0004754","elapsed":"00:00:00.0010746"}');
INSERT INTO "event" VALUES('kmfjcvsq',9,'epochReported','{"trialId":0,"epoch":7,"error":0.15744362670572948,"runtime":"00:00:00.0004762","elapsed":"00:00:00.0010754"}');
INSERT INTO "event" VALUES('kmfjcvsq',10,'epochReported','{"trialId":0,"epoch":8,"error":0.14439827317738813,"runtime":"00:00:00.0004770","elapsed":"00:00:00.0010762"}');
INSERT INTO "event" VALUES('kmfjcvsq',11,'epochReported','{"trialId":0,"epoch":9,"error":0.13971641415828612,"runtime":"00:00:00.0004780","elapsed":"00:00:00.0010772"}');
INSERT INTO "event" VALUES('kmfjcvsq',12,'trialEnded','{"trialId":0,"status":"completed","runtime":"00:00:00.0005126","reason":null,"eventsSinceDecision":0,"elapsed":"00:00:00.0011180"}');
INSERT INTO "event" VALUES('kmfjcvsq',13,'trialStarted','{"trialId":1,"configuration":{"learning_rate":0.16383017000618458,"batch_size":215},"reason":"drawn at random","worker":0,"parentId":null,"elapsed":"00:00:00.0013378"}');
INSERT INTO "event" VALUES('kmfjcvsq',14,'epochReported','{"trialId":1,"epoch":1,"error":0.6870869533474008,"runtime":"00:00:00.0000746","elapsed":"00:00:00.0013441"}');
INSERT INTO "event" VALUES('kmfjcvsq',15,'epochReported','{"trialId":1,"epoch":2,"error":0.5278286993098129,"runtime":"00:00:00.0000767","elapsed":"00:00:00.0013460"}');
INSERT INTO "event" VALUES('kmfjcvsq',16,'epochReported','{"trialId":1,"epoch":3,"error":0.4154090040533957,"runtime":"00:00:00.0000777","elapsed":"00:00:00.0013470"}');
INSERT INTO "event" VALUES('kmfjcvsq',17,'epochReported','{"trialId":1,"epoch":4,"error":0.34063995771758476,"runtime":"00:00:00.0000786","elapsed":"00:00:00.0013478"}');
INSERT INTO "event" VALUES('kmfjcvsq',18,'epochReported','{"trialId":1,"epoch":5,"error":0.2742631007762178,"runtime":"00:00:00.0000795","elapsed":"00:00:00.0013487"}');
INSERT INTO "event" VALUES('kmfjcvsq',19,'epochReported','{"trialId":1,"epoch":6,"error":0.23014114689932838,"runtime":"00:00:00.0000802","elapsed":"00:00:00.0013495"}');
INSERT INTO "event" VALUES('kmfjcvsq',20,'epochReported','{"trialId":1,"epoch":7,"error":0.20112073620296947,"runtime":"00:00:00.0000811","elapsed":"00:00:00.0013504"}');
INSERT INTO "event" VALUES('kmfjcvsq',21,'epochReported','{"trialId":1,"epoch":8,"error":0.18340264316485466,"runtime":"00:00:00.0000948","elapsed":"00:00:00.0013640"}');
INSERT INTO "event" VALUES('kmfjcvsq',22,'epochReported','{"trialId":1,"epoch":9,"error":0.16043122857391895,"runtime":"00:00:00.0000958","elapsed":"00:00:00.0013650"}');
INSERT INTO "event" VALUES('kmfjcvsq',23,'trialEnded','{"trialId":1,"status":"completed","runtime":"00:00:00.0000964","reason":null,"eventsSinceDecision":0,"elapsed":"00:00:00.0013666"}');
INSERT INTO "event" VALUES('kmfjcvsq',24,'trialStarted','{"trialId":2,"configuration":{"learning_rate":0.048016452593137415,"batch_size":44},"reason":"drawn at random","worker":0,"parentId":null,"elapsed":"00:00:00.0013699"}');
INSERT INTO "event" VALUES('kmfjcvsq',25,'epochReported','{"trialId":2,"epoch":1,"error":0.4536074553053896,"runtime":"00:00:00.0000031","elapsed":"00:00:00.0013713"}');
INSERT INTO "event" VALUES('kmfjcvsq',26,'epochReported','{"trialId":2,"epoch":2,"error":0.24806601523591193,"runtime":"00:00:00.0000042","elapsed":"00:00:00.0013724"}');
INSERT INTO "event" VALUES('kmfjcvsq',27,'epochReported','{"trialId":2,"epoch":3,"error":0.1694532792047283,"runtime":"00:00:00.0000049","elapsed":"00:00:00.0013731"}');
INSERT INTO "event" VALUES('kmfjcvsq',28,'epochReported','{"trialId":2,"epoch":4,"error":0.13532773255710592,"runtime":"00:00:00.0000058","elapsed":"00:00:00.0013740"}');
INSERT INTO "event" VALUES('kmfjcvsq',29,'epochReported','{"trialId":2,"epoch":5,"error":0.11544927811986672,"runtime":"00:00:00.0000068","elapsed":"00:00:00.0013750"}');
INSERT INTO "event" VALUES('kmfjcvsq',30,'epochReported','{"trialId":2,"epoch":6,"error":0.10899535984443001,"runtime":"00:00:00.0000075","elapsed":"00:00:00.0013757"}');
INSERT INTO "event" VALUES('kmfjcvsq',31,'epochReported','{"trialId":2,"epoch":7,"error":0.11052258164475671,"runtime":"00:00:00.0000082","elapsed":"00:00:00.0013764"}');
INSERT INTO "event" VALUES('kmfjcvsq',32,'epochReported','{"trialId":2,"epoch":8,"error":0.10907692204615932,"runtime":"00:00:00.0000090","elapsed":"00:00:00.0013772"}');
INSERT INTO "event" VALUES('kmfjcvsq',33,'epochReported','{"trialId":2,"epoch":9,"error":0.10455132179706987,"runtime":"00:00:00.0000098","elapsed":"00:00:00.0013780"}');
INSERT INTO "event" VALUES('kmfjcvsq',34,'trialEnded','{"trialId":2,"status":"completed","runtime":"00:00:00.0000102","reason":null,"eventsSinceDecision":0,"elapsed":"00:00:00.0013785"}');
INSERT INTO "event" VALUES('kmfjcvsq',35,'trialStarted','{"trialId":3,"configuration":{"learning_rate":0.02940031194341735,"batch_size":34},"reason":"drawn at random","worker":0,"parentId":null,"elapsed":"00:00:00.0013803"}');
INSERT INTO "event" VALUES('kmfjcvsq',36,'epochReported','{"trialId":3,"epoch":1,"error":0.4553469512728195,"runtime":"00:00:00.0000026","elapsed":"00:00:00.0013820"}');
INSERT INTO "event" VALUES('kmfjcvsq',37,'epochReported','{"trialId":3,"epoch":2,"error":0.2572209406242262,"runtime":"00:00:00.0000034","elapsed":"00:00:00.0013828"}');
INSERT INTO "event" VALUES('kmfjcvsq',38,'epochReported','{"trialId":3,"epoch":3,"error":0.17305366644181602,"runtime":"00:00:00.0000041","elapsed":"00:00:00.0013834"}');
INSERT INTO "event" VALUES('kmfjcvsq',39,'epochReported','{"trialId":3,"epoch":4,"error":0.14072524058853003,"runtime":"00:00:00.0000051","elapsed":"00:00:00.0013845"}');
INSERT INTO "event" VALUES('kmfjcvsq',40,'epochReported','{"trialId":3,"epoch":5,"error":0.1233868732537806,"runtime":"00:00:00.0000058","elapsed":"00:00:00.0013852"}');
INSERT INTO "event" VALUES('kmfjcvsq',41,'epochReported','{"trialId":3,"epoch":6,"error":0.11317453096180295,"runtime":"00:00:00.0000065","elapsed":"00:00:00.0013859"}');
INSERT INTO "event" VALUES('kmfjcvsq',42,'epochReported','{"trialId":3,"epoch":7,"error":0.10969606087837058,"runtime":"00:00:00.0000072","elapsed":"00:00:00.0013865"}');
INSERT INTO "event" VALUES('kmfjcvsq',43,'epochReported','{"trialId":3,"epoch":8,"error":0.11322873316200734,"runtime":"00:00:00.0000133","elapsed":"00:00:00.0013927"}');
INSERT INTO "event" VALUES('kmfjcvsq',44,'epochReported','{"trialId":3,"epoch":9,"error":0.11726315317663125,"runtime":"00:00:00.0000141","elapsed":"00:00:00.0013935"}');
INSERT INTO "event" VALUES('kmfjcvsq',45,'trialEnded','{"trialId":3,"status":"completed","runtime":"00:00:00.0000144","reason":null,"eventsSinceDecision":0,"elapsed":"00:00:00.0013939"}');
INSERT INTO "event" VALUES('kmfjcvsq',46,'trialStarted','{"trialId":4,"configuration":{"learning_rate":0.035359838182387,"batch_size":213},"reason":"drawn at random","worker":0,"parentId":null,"elapsed":"00:00:00.0013957"}');
INSERT INTO "event" VALUES('kmfjcvsq',47,'epochReported','{"trialId":4,"epoch":1,"error":0.83959182734131,"runtime":"00:00:00.0000024","elapsed":"00:00:00.0013972"}');
INSERT INTO "event" VALUES('kmfjcvsq',48,'epochReported','{"trialId":4,"epoch":2,"error":0.7892763997459623,"runtime":"00:00:00.0000032","elapsed":"00:00:00.0013980"}');
INSERT INTO "event" VALUES('kmfjcvsq',49,'epochReported','{"trialId":4,"epoch":3,"error":0.7349628870828311,"runtime":"00:00:00.0000040","elapsed":"00:00:00.0013988"}');
INSERT INTO "event" VALUES('kmfjcvsq',50,'epochReported','{"trialId":4,"epoch":4,"error":0.6760643686400544,"runtime":"00:00:00.0000048","elapsed":"00:00:00.0013995"}');
INSERT INTO "event" VALUES('kmfjcvsq',51,'epochReported','{"trialId":4,"epoch":5,"error":0.6402926018410132,"runtime":"00:00:00.0000056","elapsed":"00:00:00.0014003"}');
INSERT INTO "event" VALUES('kmfjcvsq',52,'epochReported','{"trialId":4,"epoch":6,"error":0.600885873565103,"runtime":"00:00:00.0000062","elapsed":"00:00:00.0014010"}');
INSERT INTO "event" VALUES('kmfjcvsq',53,'epochReported','{"trialId":4,"epoch":7,"error":0.5673768120356975,"runtime":"00:00:00.0000068","elapsed":"00:00:00.0014016"}');
INSERT INTO "event" VALUES('kmfjcvsq',54,'epochReported','{"trialId":4,"epoch":8,"error":0.536172459455924,"runtime":"00:00:00.0000079","elapsed":"00:00:00.0014026"}');
INSERT INTO "event" VALUES('kmfjcvsq',55,'epochReported','{"trialId":4,"epoch":9,"error":0.5097337664523668,"runtime":"00:00:00.0000086","elapsed":"00:00:00.0014034"}');
INSERT INTO "event" VALUES('kmfjcvsq',56,'trialEnded','{"trialId":4,"status":"completed","runtime":"00:00:00.0000089","reason":null,"eventsSinceDecision":0,"elapsed":"00:00:00.0014066"}');
INSERT INTO "event" VALUES('kmfjcvsq',57,'trialStarted','{"trialId":5,"configuration":{"learning_rate":0.26743221300211406,"batch_size":241},"reason":"drawn at random","worker":0,"parentId":null,"elapsed":"00:00:00.0014111"}');
INSERT INTO "event" VALUES('kmfjcvsq',58,'epochReported','{"trialId":5,"epoch":1,"error":0.6558151183240647,"runtime":"00:00:00.0000049","elapsed":"00:00:00.0014124"}');
INSERT INTO "event" VALUES('kmfjcvsq',59,'epochReported','{"trialId":5,"epoch":2,"error":0.4917392197448221,"runtime":"00:00:00.0000055","elapsed":"00:00:00.0014131"}');
INSERT INTO "event" VALUES('kmfjcvsq',60,'epochReported','{"trialId":5,"epoch":3,"error":0.3740014630978243,"runtime":"00:00:00.0000064","elapsed":"00:00:00.0014140"}');
INSERT INTO "event" VALUES('kmfjcvsq',61,'epochReported','{"trialId":5,"epoch":4,"error":0.2973855362458673,"runtime":"00:00:00.0000073","elapsed":"00:00:00.0014148"}');
INSERT INTO "event" VALUES('kmfjcvsq',62,'epochReported','{"trialId":5,"epoch":5,"error":0.23430362956128903,"runtime":"00:00:00.0000080","elapsed":"00:00:00.0014156"}');
INSERT INTO "event" VALUES('kmfjcvsq',63,'epochReported','{"trialId":5,"epoch":6,"error":0.19497291150414017,"runtime":"00:00:00.0000137","elapsed":"00:00:00.0014213"}');
INSERT INTO "event" VALUES('kmfjcvsq',64,'epochReported','{"trialId":5,"epoch":7,"error":0.16448248763589995,"runtime":"00:00:00.0000145","elapsed":"00:00:00.0014221"}');
INSERT INTO "event" VALUES('kmfjcvsq',65,'epochReported','{"trialId":5,"epoch":8,"error":0.157079870798013,"runtime":"00:00:00.0000151","elapsed":"00:00:00.0014227"}');
INSERT INTO "event" VALUES('kmfjcvsq',66,'epochReported','{"trialId":5,"epoch":9,"error":0.13332472428297945,"runtime":"00:00:00.0000160","elapsed":"00:00:00.0014236"}');
INSERT INTO "event" VALUES('kmfjcvsq',67,'trialEnded','{"trialId":5,"status":"completed","runtime":"00:00:00.0000255","reason":null,"eventsSinceDecision":0,"elapsed":"00:00:00.0014331"}');
INSERT INTO "event" VALUES('kmfjcvsq',68,'studyEnded','{"outcome":"completed","reason":"All 6 trials have run.","elapsed":"00:00:00.0015804"}');
INSERT INTO "event" VALUES('meshja6q',1,'studyStarted','{"startedAt":"2026-11-25T22:43:05.3220686+00:00","brackets":null,"elapsed":"00:00:00"}');
INSERT INTO "event" VALUES('meshja6q',2,'trialStarted','{"trialId":0,"configuration":{"learning_rate":0.1,"batch_size":128},"reason":"initial configuration 1 of 1","worker":0,"parentId":null,"elapsed":"00:00:00.0005754"}');
INSERT INTO "event" VALUES('meshja6q',3,'epochReported','{"trialId":0,"epoch":1,"error":0.6320473514028839,"runtime":"00:00:00.1209916","elapsed":"00:00:00.1215541"}');
INSERT INTO "event" VALUES('meshja6q',4,'epochReported','{"trialId":0,"epoch":2,"error":0.46227849691704936,"runtime":"00:00:00.2433610","elapsed":"00:00:00.2439245"}');
INSERT INTO "event" VALUES('meshja6q',5,'epochReported','{"trialId":0,"epoch":3,"error":0.33702103012746376,"runtime":"00:00:00.3642304","elapsed":"00:00:00.3647937"}');
INSERT INTO "event" VALUES('meshja6q',6,'epochReported','{"trialId":0,"epoch":4,"error":0.26377650885774023,"runtime":"00:00:00.4853922","elapsed":"00:00:00.4859557"}');
INSERT INTO "event" VALUES('meshja6q',7,'epochReported','{"trialId":0,"epoch":5,"error":0.2174463408405933,"runtime":"00:00:00.6074334","elapsed":"00:00:00.6079957"}');
INSERT INTO "event" VALUES('meshja6q',8,'epochReported','{"trialId":0,"epoch":6,"error":0.18530453424813906,"runtime":"00:00:00.7277910","elapsed":"00:00:00.7283536"}');
INSERT INTO "event" VALUES('meshja6q',9,'epochReported','{"trialId":0,"epoch":7,"error":0.15744362670572948,"runtime":"00:00:00.8490523","elapsed":"00:00:00.8496149"}');
INSERT INTO "event" VALUES('meshja6q',10,'epochReported','{"trialId":0,"epoch":8,"error":0.14439827317738813,"runtime":"00:00:00.9704151","elapsed":"00:00:00.9709776"}');
INSERT INTO "event" VALUES('meshja6q',11,'epochReported','{"trialId":0,"epoch":9,"error":0.13971641415828612,"runtime":"00:00:01.0913235","elapsed":"00:00:01.0918860"}');
INSERT INTO "event" VALUES('meshja6q',12,'trialEnded','{"trialId":0,"status":"completed","runtime":"00:00:01.0913512","reason":null,"eventsSinceDecision":0,"elapsed":"00:00:01.0919205"}');
INSERT INTO "event" VALUES('meshja6q',13,'trialStarted','{"trialId":1,"configuration":{"learning_rate":0.16383017000618458,"batch_size":215},"reason":"drawn at random","worker":0,"parentId":null,"elapsed":"00:00:01.0919929"}');
INSERT INTO "event" VALUES('meshja6q',14,'epochReported','{"trialId":1,"epoch":1,"error":0.6870869533474008,"runtime":"00:00:00.1230205","elapsed":"00:00:01.2149646"}');
INSERT INTO "event" VALUES('meshja6q',15,'epochReported','{"trialId":1,"epoch":2,"error":0.5278286993098129,"runtime":"00:00:00.2438579","elapsed":"00:00:01.3358020"}');
INSERT INTO "event" VALUES('meshja6q',16,'epochReported','{"trialId":1,"epoch":3,"error":0.4154090040533957,"runtime":"00:00:00.3641749","elapsed":"00:00:01.4561191"}');
INSERT INTO "event" VALUES('meshja6q',17,'trialEnded','{"trialId":1,"status":"interrupted","runtime":"00:00:00.3664888","reason":"The study ended first.","eventsSinceDecision":0,"elapsed":"00:00:01.4584341"}');
INSERT INTO "event" VALUES('meshja6q',18,'studyEnded','{"outcome":"interrupted","reason":"The program ended while the study was running.","elapsed":"00:00:01.4586398"}');
INSERT INTO "event" VALUES('meshja6q',19,'studyResumed','{"resumedAt":"2026-11-25T22:43:06.8877898+00:00","elapsed":"00:00:01.4586416"}');
INSERT INTO "event" VALUES('meshja6q',20,'trialResumed','{"trialId":1,"reason":"run again, because the program had ended while it was running","worker":0,"eventsSinceDecision":0,"elapsed":"00:00:01.4594150"}');
INSERT INTO "event" VALUES('meshja6q',21,'epochReported','{"trialId":1,"epoch":4,"error":0.34063995771758476,"runtime":"00:00:00.9174986","elapsed":"00:00:02.0127405"}');
INSERT INTO "event" VALUES('meshja6q',22,'epochReported','{"trialId":1,"epoch":5,"error":0.2742631007762178,"runtime":"00:00:01.0394608","elapsed":"00:00:02.1347028"}');
INSERT INTO "event" VALUES('meshja6q',23,'trialEnded','{"trialId":1,"status":"interrupted","runtime":"00:00:01.0409993","reason":"The study ended first.","eventsSinceDecision":0,"elapsed":"00:00:02.1362440"}');
INSERT INTO "event" VALUES('meshja6q',24,'studyEnded','{"outcome":"interrupted","reason":"The program ended while the study was running.","elapsed":"00:00:02.1367882"}');
CREATE TABLE lease (
            study_id TEXT NOT NULL PRIMARY KEY REFERENCES study (id) ON DELETE CASCADE,
            process TEXT NOT NULL,
            token INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
CREATE TABLE request (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            study_id TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE,
            asker TEXT NOT NULL,
            command TEXT NOT NULL,
            answer TEXT
        ) STRICT;
CREATE TABLE study (
    id TEXT NOT NULL PRIMARY KEY,
    created_at TEXT NOT NULL,
    definition TEXT NOT NULL
, owner TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '[]', deleted_at TEXT, watch_code TEXT, name TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "study" VALUES('bzst5hzk','2026-11-25T22:43:05.0042382+00:00','{
  "version": 1,
  "name": "a completed study",
  "objective": {
    "type": "curve"
  },
  "space": {
    "learning_rate": {
      "type": "loguniform",
      "lower": 0.01,
      "upper": 1
    },
    "batch_size": {
      "type": "randint",
      "lower": 32,
      "upperExclusive": 256
    }
  },
  "initialConfigurations": [
    {
      "learning_rate": 0.1,
      "batch_size": 128
    }
  ],
  "searcher": {
    "type": "tpe"
  },
  "scheduler": {
    "type": "asha-promotion"
  },
  "stop": {
    "trials": 6,
    "timeLimitSeconds": null,
    "targetError": null
  },
  "workers": 1,
  "maxEpochs": 9,
  "trialTimeoutSeconds": null,
  "seed": 7
}','','','[]',NULL,NULL,'');
INSERT INTO "study" VALUES('kmfjcvsq','2026-11-25T22:43:05.2946244+00:00','{
  "version": 1,
  "name": "trials that run to their end",
  "objective": {
    "type": "curve"
  },
  "space": {
    "learning_rate": {
      "type": "loguniform",
      "lower": 0.01,
      "upper": 1
    },
    "batch_size": {
      "type": "randint",
      "lower": 32,
      "upperExclusive": 256
    }
  },
  "initialConfigurations": [
    {
      "learning_rate": 0.1,
      "batch_size": 128
    }
  ],
  "searcher": {
    "type": "random"
  },
  "scheduler": {
    "type": "fifo"
  },
  "stop": {
    "trials": 6,
    "timeLimitSeconds": null,
    "targetError": null
  },
  "workers": 1,
  "maxEpochs": 9,
  "trialTimeoutSeconds": null,
  "seed": 7
}','','','[]',NULL,NULL,'');
INSERT INTO "study" VALUES('meshja6q','2026-11-25T22:43:05.3144837+00:00','{
  "version": 1,
  "name": "an interrupted study",
  "objective": {
    "type": "curve"
  },
  "space": {
    "learning_rate": {
      "type": "loguniform",
      "lower": 0.01,
      "upper": 1
    },
    "batch_size": {
      "type": "randint",
      "lower": 32,
      "upperExclusive": 256
    }
  },
  "initialConfigurations": [
    {
      "learning_rate": 0.1,
      "batch_size": 128
    }
  ],
  "searcher": {
    "type": "random"
  },
  "scheduler": {
    "type": "fifo"
  },
  "stop": {
    "trials": 4,
    "timeLimitSeconds": null,
    "targetError": null
  },
  "workers": 1,
  "maxEpochs": 9,
  "trialTimeoutSeconds": null,
  "seed": 7
}','','','[]',NULL,NULL,'');
CREATE TABLE summary (
            study_id TEXT NOT NULL PRIMARY KEY REFERENCES study (id) ON DELETE CASCADE,
            sequence INTEGER NOT NULL,
            body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
CREATE TABLE trial_note (
            study_id TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE,
            trial_id INTEGER NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (study_id, trial_id)
        ) STRICT, WITHOUT ROWID;
INSERT INTO "trial_note" VALUES('bzst5hzk',0,'the initial configuration');
CREATE UNIQUE INDEX study_watch_code ON study (watch_code);
DELETE FROM "sqlite_sequence";
COMMIT;
PRAGMA user_version = 6;
