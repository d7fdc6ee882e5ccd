-- A data folder's studies.db as schema version 1 of this program wrote it: an ASHA study, one whose trials all run to their end, an interrupted one.
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE event (
    study_id TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (study_id, sequence)
) STRICT, WITHOUT ROWID;
INSERT INTO "event" VALUES('2un2bxq3',1,'studyStarted','{"startedAt":"2026-11-25T22:40:07.6878007+00:00","brackets":[{"rungs":[1,3,9]}],"elapsed":"00:00:00"}');
INSERT INTO "event" VALUES('2un2bxq3',2,'trialStarted','{"trialId":0,"configuration":{"learning_rate":0.1,"batch_size":128},"reason":"initial configuration 1 of 1","worker":0,"parentId":null,"elapsed":"00:00:00.0211139"}');
INSERT INTO "event" VALUES('2un2bxq3',3,'epochReported','{"trialId":0,"epoch":1,"error":0.6320473514028839,"runtime":"00:00:00.0181485","elapsed":"00:00:00.0279436"}');
INSERT INTO "event" VALUES('2un2bxq3',4,'rungReached','{"trialId":0,"standing":{"bracket":0,"epoch":1,"rank":1,"of":1,"cutOff":null},"reason":"rung 1: rank 1 of 1, no cut-off yet","elapsed":"00:00:00.0404246"}');
INSERT INTO "event" VALUES('2un2bxq3',5,'trialPaused','{"trialId":0,"runtime":"00:00:00.0334967","reason":"rung 1: rank 1 of 1, no cut-off yet","elapsed":"00:00:00.0434960"}');
INSERT INTO "event" VALUES('2un2bxq3',6,'trialStarted','{"trialId":1,"configuration":{"learning_rate":0.027611523812200396,"batch_size":92},"reason":"random start-up 2 of 10","worker":0,"parentId":null,"elapsed":"00:00:00.0462404"}');
INSERT INTO "event" VALUES('2un2bxq3',7,'epochReported','{"trialId":1,"epoch":1,"error":0.737471425920493,"runtime":"00:00:00.0025394","elapsed":"00:00:00.0462919"}');
INSERT INTO "event" VALUES('2un2bxq3',8,'rungReached','{"trialId":1,"standing":{"bracket":0,"epoch":1,"rank":2,"of":2,"cutOff":null},"reason":"rung 1: rank 2 of 2, no cut-off yet","elapsed":"00:00:00.0463991"}');
INSERT INTO "event" VALUES('2un2bxq3',9,'trialPaused','{"trialId":1,"runtime":"00:00:00.0028299","reason":"rung 1: rank 2 of 2, no cut-off yet","elapsed":"00:00:00.0465828"}');
INSERT INTO "event" VALUES('2un2bxq3',10,'trialStarted','{"trialId":2,"configuration":{"learning_rate":0.11792358671183162,"batch_size":45},"reason":"random start-up 3 of 10","worker":0,"parentId":null,"elapsed":"00:00:00.0510309"}');
INSERT INTO "event" VALUES('2un2bxq3',11,'epochReported','{"trialId":2,"epoch":1,"error":0.40090595194453343,"runtime":"00:00:00.0000955","elapsed":"00:00:00.0510412"}');
INSERT INTO "event" VALUES('2un2bxq3',12,'rungReached','{"trialId":2,"standing":{"bracket":0,"epoch":1,"rank":1,"of":3,"cutOff":0.40090595194453343},"reason":"rung 1: rank 1 of 3, cut-off 0.4009","elapsed":"00:00:00.0511776"}');
INSERT INTO "event" VALUES('2un2bxq3',13,'trialPaused','{"trialId":2,"runtime":"00:00:00.0002358","reason":"rung 1: rank 1 of 3, cut-off 0.4009","elapsed":"00:00:00.0511818"}');
INSERT INTO "event" VALUES('2un2bxq3',14,'trialResumed','{"trialId":2,"reason":"promoted from rung 1: rank 1 of 3, cut-off 0.4009","worker":0,"elapsed":"00:00:00.0517208"}');
INSERT INTO "event" VALUES('2un2bxq3',15,'epochReported','{"trialId":2,"epoch":2,"error":0.20756517459666024,"runtime":"00:00:00.0008873","elapsed":"00:00:00.0520056"}');
INSERT INTO "event" VALUES('2un2bxq3',16,'epochReported','{"trialId":2,"epoch":3,"error":0.1471296682074936,"runtime":"00:00:00.0008937","elapsed":"00:00:00.0520116"}');
INSERT INTO "event" VALUES('2un2bxq3',17,'rungReached','{"trialId":2,"standing":{"bracket":0,"epoch":3,"rank":1,"of":1,"cutOff":null},"reason":"rung 3: rank 1 of 1, no cut-off yet","elapsed":"00:00:00.0521615"}');
INSERT INTO "event" VALUES('2un2bxq3',18,'trialPaused','{"trialId":2,"runtime":"00:00:00.0010466","reason":"rung 3: rank 1 of 1, no cut-off yet","elapsed":"00:00:00.0521649"}');
INSERT INTO "event" VALUES('2un2bxq3',19,'trialStarted','{"trialId":3,"configuration":{"learning_rate":0.15166095414511258,"batch_size":132},"reason":"random start-up 4 of 10","worker":0,"parentId":null,"elapsed":"00:00:00.0522086"}');
INSERT INTO "event" VALUES('2un2bxq3',20,'epochReported','{"trialId":3,"epoch":1,"error":0.5990989155463686,"runtime":"00:00:00.0000557","elapsed":"00:00:00.0522239"}');
INSERT INTO "event" VALUES('2un2bxq3',21,'rungReached','{"trialId":3,"standing":{"bracket":0,"epoch":1,"rank":2,"of":4,"cutOff":0.40090595194453343},"reason":"rung 1: rank 2 of 4, cut-off 0.4009","elapsed":"00:00:00.0522335"}');
INSERT INTO "event" VALUES('2un2bxq3',22,'trialPaused','{"trialId":3,"runtime":"00:00:00.0000660","reason":"rung 1: rank 2 of 4, cut-off 0.4009","elapsed":"00:00:00.0522342"}');
INSERT INTO "event" VALUES('2un2bxq3',23,'trialStarted','{"trialId":4,"configuration":{"learning_rate":0.03635190268840666,"batch_size":46},"reason":"random start-up 5 of 10","worker":0,"parentId":null,"elapsed":"00:00:00.0522387"}');
INSERT INTO "event" VALUES('2un2bxq3',24,'epochReported','{"trialId":4,"epoch":1,"error":0.5061922509136616,"runtime":"00:00:00.0000054","elapsed":"00:00:00.0522406"}');
INSERT INTO "event" VALUES('2un2bxq3',25,'rungReached','{"trialId":4,"standing":{"bracket":0,"epoch":1,"rank":2,"of":5,"cutOff":0.40090595194453343},"reason":"rung 1: rank 2 of 5, cut-off 0.4009","elapsed":"00:00:00.0522422"}');
INSERT INTO "event" VALUES('2un2bxq3',26,'trialPaused','{"trialId":4,"runtime":"00:00:00.0000074","reason":"rung 1: rank 2 of 5, cut-off 0.4009","elapsed":"00:00:00.0522427"}');
INSERT INTO "event" VALUES('2un2bxq3',27,'trialStarted','{"trialId":5,"configuration":{"learning_rate":0.16318330933291886,"batch_size":111},"reason":"random start-up 6 of 10","worker":0,"parentId":null,"elapsed":"00:00:00.0522460"}');
INSERT INTO "event" VALUES('2un2bxq3',28,'epochReported','{"trialId":5,"epoch":1,"error":0.5433494737889948,"runtime":"00:00:00.0000042","elapsed":"00:00:00.0522475"}');
INSERT INTO "event" VALUES('2un2bxq3',29,'rungReached','{"trialId":5,"standing":{"bracket":0,"epoch":1,"rank":3,"of":6,"cutOff":0.5061922509136616},"reason":"rung 1: rank 3 of 6, cut-off 0.5062","elapsed":"00:00:00.0522487"}');
INSERT INTO "event" VALUES('2un2bxq3',30,'trialPaused','{"trialId":5,"runtime":"00:00:00.0000059","reason":"rung 1: rank 3 of 6, cut-off 0.5062","elapsed":"00:00:00.0522492"}');
INSERT INTO "event" VALUES('2un2bxq3',31,'trialResumed','{"trialId":4,"reason":"promoted from rung 1: rank 2 of 6, cut-off 0.5062","worker":0,"elapsed":"00:00:00.0522521"}');
INSERT INTO "event" VALUES('2un2bxq3',32,'epochReported','{"trialId":4,"epoch":2,"error":0.31603593900045646,"runtime":"00:00:00.0000201","elapsed":"00:00:00.0522633"}');
INSERT INTO "event" VALUES('2un2bxq3',33,'epochReported','{"trialId":4,"epoch":3,"error":0.21568938363625892,"runtime":"00:00:00.0000210","elapsed":"00:00:00.0522642"}');
INSERT INTO "event" VALUES('2un2bxq3',34,'rungReached','{"trialId":4,"standing":{"bracket":0,"epoch":3,"rank":2,"of":2,"cutOff":null},"reason":"rung 3: rank 2 of 2, no cut-off yet","elapsed":"00:00:00.0522652"}');
INSERT INTO "event" VALUES('2un2bxq3',35,'trialPaused','{"trialId":4,"runtime":"00:00:00.0000326","reason":"rung 3: rank 2 of 2, no cut-off yet","elapsed":"00:00:00.0522758"}');
INSERT INTO "event" VALUES('2un2bxq3',36,'trialEnded','{"trialId":0,"status":"stopped","runtime":"00:00:00.0334967","reason":"not promoted from rung 1: rank 5 of 6, cut-off 0.5062","elapsed":"00:00:00.0616550"}');
INSERT INTO "event" VALUES('2un2bxq3',37,'trialEnded','{"trialId":1,"status":"stopped","runtime":"00:00:00.0028299","reason":"not promoted from rung 1: rank 6 of 6, cut-off 0.5062","elapsed":"00:00:00.0617573"}');
INSERT INTO "event" VALUES('2un2bxq3',38,'trialEnded','{"trialId":2,"status":"stopped","runtime":"00:00:00.0010466","reason":"not promoted from rung 3: rank 1 of 2, no cut-off yet","elapsed":"00:00:00.0617595"}');
INSERT INTO "event" VALUES('2un2bxq3',39,'trialEnded','{"trialId":3,"status":"stopped","runtime":"00:00:00.0000660","reason":"not promoted from rung 1: rank 4 of 6, cut-off 0.5062","elapsed":"00:00:00.0617614"}');
INSERT INTO "event" VALUES('2un2bxq3',40,'trialEnded','{"trialId":4,"status":"stopped","runtime":"00:00:00.0000326","reason":"not promoted from rung 3: rank 2 of 2, no cut-off yet","elapsed":"00:00:00.0617649"}');
INSERT INTO "event" VALUES('2un2bxq3',41,'trialEnded','{"trialId":5,"status":"stopped","runtime":"00:00:00.0000059","reason":"not promoted from rung 1: rank 3 of 6, cut-off 0.5062","elapsed":"00:00:00.0617668"}');
INSERT INTO "event" VALUES('2un2bxq3',42,'studyEnded','{"outcome":"completed","reason":"All 6 trials have run.","elapsed":"00:00:00.0719160"}');
INSERT INTO "event" VALUES('ycqacuud',1,'studyStarted','{"startedAt":"2026-11-25T22:40:07.8221429+00:00","brackets":null,"elapsed":"00:00:00"}');
INSERT INTO "event" VALUES('ycqacuud',2,'trialStarted','{"trialId":0,"configuration":{"learning_rate":0.1,"batch_size":128},"reason":"initial configuration 1 of 1","worker":0,"parentId":null,"elapsed":"00:00:00.0003877"}');
INSERT INTO "event" VALUES('ycqacuud',3,'epochReported','{"trialId":0,"epoch":1,"error":0.6320473514028839,"runtime":"00:00:00.1242487","elapsed":"00:00:00.1246307"}');
INSERT INTO "event" VALUES('ycqacuud',4,'epochReported','{"trialId":0,"epoch":2,"error":0.46227849691704936,"runtime":"00:00:00.2450258","elapsed":"00:00:00.2454084"}');
INSERT INTO "event" VALUES('ycqacuud',5,'epochReported','{"trialId":0,"epoch":3,"error":0.33702103012746376,"runtime":"00:00:00.3658531","elapsed":"00:00:00.3662356"}');
INSERT INTO "event" VALUES('ycqacuud',6,'epochReported','{"trialId":0,"epoch":4,"error":0.26377650885774023,"runtime":"00:00:00.4843478","elapsed":"00:00:00.4847310"}');
INSERT INTO "event" VALUES('ycqacuud',7,'epochReported','{"trialId":0,"epoch":5,"error":0.2174463408405933,"runtime":"00:00:00.6073654","elapsed":"00:00:00.6077474"}');
INSERT INTO "event" VALUES('ycqacuud',8,'epochReported','{"trialId":0,"epoch":6,"error":0.18530453424813906,"runtime":"00:00:00.7355086","elapsed":"00:00:00.7358907"}');
INSERT INTO "event" VALUES('ycqacuud',9,'epochReported','{"trialId":0,"epoch":7,"error":0.15744362670572948,"runtime":"00:00:00.8560397","elapsed":"00:00:00.8564221"}');
INSERT INTO "event" VALUES('ycqacuud',10,'epochReported','{"trialId":0,"epoch":8,"error":0.14439827317738813,"runtime":"00:00:00.9771158","elapsed":"00:00:00.9774983"}');
INSERT INTO "event" VALUES('ycqacuud',11,'epochReported','{"trialId":0,"epoch":9,"error":0.13971641415828612,"runtime":"00:00:01.0975157","elapsed":"00:00:01.0978982"}');
INSERT INTO "event" VALUES('ycqacuud',12,'trialEnded','{"trialId":0,"status":"completed","runtime":"00:00:01.0975435","reason":null,"elapsed":"00:00:01.0979338"}');
INSERT INTO "event" VALUES('ycqacuud',13,'trialStarted','{"trialId":1,"configuration":{"learning_rate":0.16383017000618458,"batch_size":215},"reason":"drawn at random","worker":0,"parentId":null,"elapsed":"00:00:01.0980845"}');
INSERT INTO "event" VALUES('ycqacuud',14,'epochReported','{"trialId":1,"epoch":1,"error":0.6870869533474008,"runtime":"00:00:00.1182594","elapsed":"00:00:01.2162869"}');
INSERT INTO "event" VALUES('ycqacuud',15,'epochReported','{"trialId":1,"epoch":2,"error":0.5278286993098129,"runtime":"00:00:00.2385526","elapsed":"00:00:01.3365802"}');
INSERT INTO "event" VALUES('ycqacuud',16,'epochReported','{"trialId":1,"epoch":3,"error":0.4154090040533957,"runtime":"00:00:00.3588415","elapsed":"00:00:01.4568692"}');
INSERT INTO "event" VALUES('ycqacuud',17,'trialEnded','{"trialId":1,"status":"interrupted","runtime":"00:00:00.3609945","reason":"The study ended first.","elapsed":"00:00:01.4590235"}');
INSERT INTO "event" VALUES('ycqacuud',18,'studyEnded','{"outcome":"interrupted","reason":"The program ended while the study was running.","elapsed":"00:00:01.4592132"}');
INSERT INTO "event" VALUES('zynzjk3p',1,'studyStarted','{"startedAt":"2026-11-25T22:40:07.8114483+00:00","brackets":null,"elapsed":"00:00:00"}');
INSERT INTO "event" VALUES('zynzjk3p',2,'trialStarted','{"trialId":0,"configuration":{"learning_rate":0.1,"batch_size":128},"reason":"initial configuration 1 of 1","worker":0,"parentId":null,"elapsed":"00:00:00.0007682"}');
INSERT INTO "event" VALUES('zynzjk3p',3,'epochReported','{"trialId":0,"epoch":1,"error":0.6320473514028839,"runtime":"00:00:00.0001998","elapsed":"00:00:00.0007873"}');
INSERT INTO "event" VALUES('zynzjk3p',4,'epochReported','{"trialId":0,"epoch":2,"error":0.46227849691704936,"runtime":"00:00:00.0002506","elapsed":"00:00:00.0008381"}');
INSERT INTO "event" VALUES('zynzjk3p',5,'epochReported','{"trialId":0,"epoch":3,"error":0.33702103012746376,"runtime":"00:00:00.0002521","elapsed":"00:00:00.0008395"}');
INSERT INTO "event" VALUES('zynzjk3p',6,'epochReported','{"trialId":0,"epoch":4,"error":0.26377650885774023,"runtime":"00:00:00.0002530","elapsed":"00:00:00.0008404"}');
INSERT INTO "event" VALUES('zynzjk3p',7,'epochReported','{"trialId":0,"epoch":5,"error":0.2174463408405933,"runtime":"00:00:00.0002542","elapsed":"00:00:00.0008416"}');
INSERT INTO "event" VALUES('zynzjk3p',8,'epochReported','{"trialId":0,"epoch":6,"error":0.18530453424813906,"runtime":"00:00:00.0002550","elapsed":"00:00:00.0008424"}');
INSERT INTO "event" VALUES('zynzjk3p',9,'epochReported','{"trialId":0,"epoch":7,"error":0.15744362670572948,"runtime":"00:00:00.0002558","elapsed":"00:00:00.0008432"}');
INSERT INTO "event" VALUES('zynzjk3p',10,'epochReported','{"trialId":0,"epoch":8,"error":0.14439827317738813,"runtime":"00:00:00.0002566","elapsed":"00:00:00.0008440"}');
INSERT INTO "event" VALUES('zynzjk3p',11,'epochReported','{"trialId":0,"epoch":9,"error":0.13971641415828612,"runtime":"00:00:00.0002575","elapsed":"00:00:00.0008449"}');
INSERT INTO "event" VALUES('zynzjk3p',12,'trialEnded','{"trialId":0,"status":"completed","runtime":"00:00:00.0002726","reason":null,"elapsed":"00:00:00.0008630"}');
INSERT INTO "event" VALUES('zynzjk3p',13,'trialStarted','{"trialId":1,"configuration":{"learning_rate":0.16383017000618458,"batch_size":215},"reason":"drawn at random","worker":0,"parentId":null,"elapsed":"00:00:00.0010883"}');
INSERT INTO "event" VALUES('zynzjk3p',14,'epochReported','{"trialId":1,"epoch":1,"error":0.6870869533474008,"runtime":"00:00:00.0000791","elapsed":"00:00:00.0010949"}');
INSERT INTO "event" VALUES('zynzjk3p',15,'epochReported','{"trialId":1,"epoch":2,"error":0.5278286993098129,"runtime":"00:00:00.0000812","elapsed":"00:00:00.0010969"}');
INSERT INTO "event" VALUES('zynzjk3p',16,'epochReported','{"trialId":1,"epoch":3,"error":0.4154090040533957,"runtime":"00:00:00.0000823","elapsed":"00:00:00.0010980"}');
INSERT INTO "event" VALUES('zynzjk3p',17,'epochReported','{"trialId":1,"epoch":4,"error":0.34063995771758476,"runtime":"00:00:00.0000830","elapsed":"00:00:00.0010987"}');
INSERT INTO "event" VALUES('zynzjk3p',18,'epochReported','{"trialId":1,"epoch":5,"error":0.2742631007762178,"runtime":"00:00:00.0000841","elapsed":"00:00:00.0010998"}');
INSERT INTO "event" VALUES('zynzjk3p',19,'epochReported','{"trialId":1,"epoch":6,"error":0.23014114689932838,"runtime":"00:00:00.0000848","elapsed":"00:00:00.0011006"}');
INSERT INTO "event" VALUES('zynzjk3p',20,'epochReported','{"trialId":1,"epoch":7,"error":0.20112073620296947,"runtime":"00:00:00.0000857","elapsed":"00:00:00.0011015"}');
INSERT INTO "event" VALUES('zynzjk3p',21,'epochReported','{"trialId":1,"epoch":8,"error":0.18340264316485466,"runtime":"00:00:00.0000866","elapsed":"00:00:00.0011024"}');
INSERT INTO "event" VALUES('zynzjk3p',22,'epochReported','{"trialId":1,"epoch":9,"error":0.16043122857391895,"runtime":"00:00:00.0000875","elapsed":"00:00:00.0011032"}');
INSERT INTO "event" VALUES('zynzjk3p',23,'trialEnded','{"trialId":1,"status":"completed","runtime":"00:00:00.0000881","reason":null,"elapsed":"00:00:00.0011048"}');
INSERT INTO "event" VALUES('zynzjk3p',24,'trialStarted','{"trialId":2,"configuration":{"learning_rate":0.048016452593137415,"batch_size":44},"reason":"drawn at random","worker":0,"parentId":null,"elapsed":"00:00:00.0011078"}');
INSERT INTO "event" VALUES('zynzjk3p',25,'epochReported','{"trialId":2,"epoch":1,"error":0.4536074553053896,"runtime":"00:00:00.0000029","elapsed":"00:00:00.0011092"}');
INSERT INTO "event" VALUES('zynzjk3p',26,'epochReported','{"trialId":2,"epoch":2,"error":0.24806601523591193,"runtime":"00:00:00.0000037","elapsed":"00:00:00.0011100"}');
INSERT INTO "event" VALUES('zynzjk3p',27,'epochReported','{"trialId":2,"epoch":3,"error":0.1694532792047283,"runtime":"00:00:00.0000046","elapsed":"00:00:00.0011109"}');
INSERT INTO "event" VALUES('zynzjk3p',28,'epochReported','{"trialId":2,"epoch":4,"error":0.13532773255710592,"runtime":"00:00:00.0000055","elapsed":"00:00:00.0011118"}');
INSERT INTO "event" VALUES('zynzjk3p',29,'epochReported','{"trialId":2,"epoch":5,"error":0.11544927811986672,"runtime":"00:00:00.0000064","elapsed":"00:00:00.0011127"}');
INSERT INTO "event" VALUES('zynzjk3p',30,'epochReported','{"trialId":2,"epoch":6,"error":0.10899535984443001,"runtime":"00:00:00.0000071","elapsed":"00:00:00.0011134"}');
INSERT INTO "event" VALUES('zynzjk3p',31,'epochReported','{"trialId":2,"epoch":7,"error":0.11052258164475671,"runtime":"00:00:00.0000078","elapsed":"00:00:00.0011141"}');
INSERT INTO "event" VALUES('zynzjk3p',32,'epochReported','{"trialId":2,"epoch":8,"error":0.10907692204615932,"runtime":"00:00:00.0000086","elapsed":"00:00:00.0011149"}');
INSERT INTO "event" VALUES('zynzjk3p',33,'epochReported','{"trialId":2,"epoch":9,"error":0.10455132179706987,"runtime":"00:00:00.0000093","elapsed":"00:00:00.0011157"}');
INSERT INTO "event" VALUES('zynzjk3p',34,'trialEnded','{"trialId":2,"status":"completed","runtime":"00:00:00.0000096","reason":null,"elapsed":"00:00:00.0011161"}');
INSERT INTO "event" VALUES('zynzjk3p',35,'trialStarted','{"trialId":3,"configuration":{"learning_rate":0.02940031194341735,"batch_size":34},"reason":"drawn at random","worker":0,"parentId":null,"elapsed":"00:00:00.0011256"}');
INSERT INTO "event" VALUES('zynzjk3p',36,'epochReported','{"trialId":3,"epoch":1,"error":0.4553469512728195,"runtime":"00:00:00.0000102","elapsed":"00:00:00.0011270"}');
INSERT INTO "event" VALUES('zynzjk3p',37,'epochReported','{"trialId":3,"epoch":2,"error":0.2572209406242262,"runtime":"00:00:00.0000111","elapsed":"00:00:00.0011279"}');
INSERT INTO "event" VALUES('zynzjk3p',38,'epochReported','{"trialId":3,"epoch":3,"error":0.17305366644181602,"runtime":"00:00:00.0000117","elapsed":"00:00:00.0011285"}');
INSERT INTO "event" VALUES('zynzjk3p',39,'epochReported','{"trialId":3,"epoch":4,"error":0.14072524058853003,"runtime":"00:00:00.0000125","elapsed":"00:00:00.0011294"}');
INSERT INTO "event" VALUES('zynzjk3p',40,'epochReported','{"trialId":3,"epoch":5,"error":0.1233868732537806,"runtime":"00:00:00.0000131","elapsed":"00:00:00.0011300"}');
INSERT INTO "event" VALUES('zynzjk3p',41,'epochReported','{"trialId":3,"epoch":6,"error":0.11317453096180295,"runtime":"00:00:00.0000138","elapsed":"00:00:00.0011306"}');
INSERT INTO "event" VALUES('zynzjk3p',42,'epochReported','{"trialId":3,"epoch":7,"error":0.10969606087837058,"runtime":"00:00:00.0000144","elapsed":"00:00:00.0011313"}');
INSERT INTO "event" VALUES('zynzjk3p',43,'epochReported','{"trialId":3,"epoch":8,"error":0.11322873316200734,"runtime":"00:00:00.0000152","elapsed":"00:00:00.0011320"}');
INSERT INTO "event" VALUES('zynzjk3p',44,'epochReported','{"trialId":3,"epoch":9,"error":0.11726315317663125,"runtime":"00:00:00.0000161","elapsed":"00:00:00.0011330"}');
INSERT INTO "event" VALUES('zynzjk3p',45,'trialEnded','{"trialId":3,"status":"completed","runtime":"00:00:00.0000166","reason":null,"elapsed":"00:00:00.0011335"}');
INSERT INTO "event" VALUES('zynzjk3p',46,'trialStarted','{"trialId":4,"configuration":{"learning_rate":0.035359838182387,"batch_size":213},"reason":"drawn at random","worker":0,"parentId":null,"elapsed":"00:00:00.0011352"}');
INSERT INTO "event" VALUES('zynzjk3p',47,'epochReported','{"trialId":4,"epoch":1,"error":0.83959182734131,"runtime":"00:00:00.0000023","elapsed":"00:00:00.0011366"}');
INSERT INTO "event" VALUES('zynzjk3p',48,'epochReported','{"trialId":4,"epoch":2,"error":0.7892763997459623,"runtime":"00:00:00.0000032","elapsed":"00:00:00.0011374"}');
INSERT INTO "event" VALUES('zynzjk3p',49,'epochReported','{"trialId":4,"epoch":3,"error":0.7349628870828311,"runtime":"00:00:00.0000038","elapsed":"00:00:00.0011380"}');
INSERT INTO "event" VALUES('zynzjk3p',50,'epochReported','{"trialId":4,"epoch":4,"error":0.6760643686400544,"runtime":"00:00:00.0000044","elapsed":"00:00:00.0011387"}');
INSERT INTO "event" VALUES('zynzjk3p',51,'epochReported','{"trialId":4,"epoch":5,"error":0.6402926018410132,"runtime":"00:00:00.0000054","elapsed":"00:00:00.0011396"}');
INSERT INTO "event" VALUES('zynzjk3p',52,'epochReported','{"trialId":4,"epoch":6,"error":0.600885873565103,"runtime":"00:00:00.0000061","elapsed":"00:00:00.0011403"}');
INSERT INTO "event" VALUES('zynzjk3p',53,'epochReported','{"trialId":4,"epoch":7,"error":0.5673768120356975,"runtime":"00:00:00.0000067","elapsed":"00:00:00.0011410"}');
INSERT INTO "event" VALUES('zynzjk3p',54,'epochReported','{"trialId":4,"epoch":8,"error":0.536172459455924,"runtime":"00:00:00.0000076","elapsed":"00:00:00.0011418"}');
INSERT INTO "event" VALUES('zynzjk3p',55,'epochReported','{"trialId":4,"epoch":9,"error":0.5097337664523668,"runtime":"00:00:00.0000085","elapsed":"00:00:00.0011427"}');
INSERT INTO "event" VALUES('zynzjk3p',56,'trialEnded','{"trialId":4,"status":"completed","runtime":"00:00:00.0000088","reason":null,"elapsed":"00:00:00.0011448"}');
INSERT INTO "event" VALUES('zynzjk3p',57,'trialStarted','{"trialId":5,"configuration":{"learning_rate":0.26743221300211406,"batch_size":241},"reason":"drawn at random","worker":0,"parentId":null,"elapsed":"00:00:00.0011519"}');
INSERT INTO "event" VALUES('zynzjk3p',58,'epochReported','{"trialId":5,"epoch":1,"error":0.6558151183240647,"runtime":"00:00:00.0000075","elapsed":"00:00:00.0011531"}');
INSERT INTO "event" VALUES('zynzjk3p',59,'epochReported','{"trialId":5,"epoch":2,"error":0.4917392197448221,"runtime":"00:00:00.0000083","elapsed":"00:00:00.0011540"}');
INSERT INTO "event" VALUES('zynzjk3p',60,'epochReported','{"trialId":5,"epoch":3,"error":0.3740014630978243,"runtime":"00:00:00.0000091","elapsed":"00:00:00.0011548"}');
INSERT INTO "event" VALUES('zynzjk3p',61,'epochReported','{"trialId":5,"epoch":4,"error":0.2973855362458673,"runtime":"00:00:00.0000099","elapsed":"00:00:00.0011555"}');
INSERT INTO "event" VALUES('zynzjk3p',62,'epochReported','{"trialId":5,"epoch":5,"error":0.23430362956128903,"runtime":"00:00:00.0000105","elapsed":"00:00:00.0011562"}');
INSERT INTO "event" VALUES('zynzjk3p',63,'epochReported','{"trialId":5,"epoch":6,"error":0.19497291150414017,"runtime":"00:00:00.0000112","elapsed":"00:00:00.0011569"}');
INSERT INTO "event" VALUES('zynzjk3p',64,'epochReported','{"trialId":5,"epoch":7,"error":0.16448248763589995,"runtime":"00:00:00.0000119","elapsed":"00:00:00.0011575"}');
INSERT INTO "event" VALUES('zynzjk3p',65,'epochReported','{"trialId":5,"epoch":8,"error":0.157079870798013,"runtime":"00:00:00.0000126","elapsed":"00:00:00.0011583"}');
INSERT INTO "event" VALUES('zynzjk3p',66,'epochReported','{"trialId":5,"epoch":9,"error":0.13332472428297945,"runtime":"00:00:00.0000134","elapsed":"00:00:00.0011591"}');
INSERT INTO "event" VALUES('zynzjk3p',67,'trialEnded','{"trialId":5,"status":"completed","runtime":"00:00:00.0000206","reason":null,"elapsed":"00:00:00.0011663"}');
INSERT INTO "event" VALUES('zynzjk3p',68,'studyEnded','{"outcome":"completed","reason":"All 6 trials have run.","elapsed":"00:00:00.0021767"}');
CREATE TABLE study (
    id TEXT NOT NULL PRIMARY KEY,
    created_at TEXT NOT NULL,
    definition TEXT NOT NULL
) STRICT;
INSERT INTO "study" VALUES('2un2bxq3','2026-11-25T22:40:07.5831663+00:00','{
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
}');
INSERT INTO "study" VALUES('zynzjk3p','2026-11-25T22:40:07.8105814+00:00','{
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
}');
INSERT INTO "study" VALUES('ycqacuud','2026-11-25T22:40:07.8215663+00:00','{
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
}');
COMMIT;
PRAGMA user_version = 1;
