-- CreateTable
CREATE TABLE "ContactPast" (
    "contactId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "dueDay" INTEGER,
    "asOfDay" INTEGER NOT NULL DEFAULT 0,
    "readDay" INTEGER,
    "health" INTEGER NOT NULL DEFAULT 0,
    "tie" INTEGER NOT NULL DEFAULT 0,
    "state" INTEGER NOT NULL DEFAULT 0,
    "healthBefore" INTEGER,
    "tieBefore" INTEGER,
    "stateAtMonth" INTEGER,
    "move" INTEGER,
    "weight" INTEGER,
    "reach" INTEGER NOT NULL DEFAULT 0,
    "spoken" INTEGER NOT NULL DEFAULT 0,
    "exchangeMonth" INTEGER,
    "monthsSeen" INTEGER NOT NULL DEFAULT 0,
    "monthsSpoken" INTEGER NOT NULL DEFAULT 0,
    "callAt" DATETIME,
    "callBy" INTEGER,
    CONSTRAINT "ContactPast_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PastCount" (
    "what" INTEGER NOT NULL,
    "key" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,

    PRIMARY KEY ("what", "key")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "ContactAnswer" (
    "contactId" INTEGER NOT NULL,
    "answeredAt" DATETIME NOT NULL,
    "side" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "bucket" INTEGER NOT NULL,

    PRIMARY KEY ("contactId", "answeredAt", "side", "minutes"),
    CONSTRAINT "ContactAnswer_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateIndex
CREATE INDEX "ContactPast_dueDay_idx" ON "ContactPast"("dueDay");

-- CreateIndex
CREATE INDEX "ContactPast_asOfDay_idx" ON "ContactPast"("asOfDay");

-- CreateIndex
CREATE INDEX "ContactPast_readDay_idx" ON "ContactPast"("readDay");

-- CreateIndex
CREATE INDEX "ContactPast_move_idx" ON "ContactPast"("move");

-- CreateIndex
CREATE INDEX "ContactPast_weight_idx" ON "ContactPast"("weight");

-- CreateIndex
CREATE INDEX "ContactPast_exchangeMonth_idx" ON "ContactPast"("exchangeMonth");

-- CreateIndex
CREATE INDEX "ContactAnswer_side_bucket_minutes_contactId_idx" ON "ContactAnswer"("side", "bucket", "minutes", "contactId");

-- CreateIndex
CREATE INDEX "Relation_kind_endedBefore_idx" ON "Relation"("kind", "endedBefore");

-- Everybody with a health is counted from the log by the sweep, from day 0 on due.
INSERT INTO "ContactPast" ("contactId", "dueDay") SELECT "contactId", 0 FROM "ContactHealth";

-- beyond Prisma

-- Counts of ContactPast and ContactAnswer. A cohort's key holds the month of the first exchange, how many of the five months
-- after it could be seen, and in which of these they were in touch: see domain/relationships/retention.
CREATE TRIGGER "ContactPast_count_insert" AFTER INSERT ON "ContactPast" BEGIN
  INSERT INTO "PastCount" ("what", "key", "people") SELECT 1, NEW."move", 1 WHERE NEW."move" IS NOT NULL
    ON CONFLICT ("what", "key") DO UPDATE SET "people" = "people" + 1;
  INSERT INTO "PastCount" ("what", "key", "people") SELECT 2, NEW."reach", 1 WHERE NEW."reach" > 0
    ON CONFLICT ("what", "key") DO UPDATE SET "people" = "people" + 1;
  INSERT INTO "PastCount" ("what", "key", "people") SELECT 3, (NEW."exchangeMonth" * 6 + min(NEW."monthsSeen", 5)) * 64 + (NEW."monthsSpoken" & 63), 1 WHERE NEW."exchangeMonth" IS NOT NULL
    ON CONFLICT ("what", "key") DO UPDATE SET "people" = "people" + 1;
END;

CREATE TRIGGER "ContactPast_count_delete" AFTER DELETE ON "ContactPast" BEGIN
  UPDATE "PastCount" SET "people" = "people" - 1 WHERE "what" = 1 AND "key" = OLD."move" AND OLD."move" IS NOT NULL;
  DELETE FROM "PastCount" WHERE "what" = 1 AND "key" = OLD."move" AND "people" = 0;
  UPDATE "PastCount" SET "people" = "people" - 1 WHERE "what" = 2 AND "key" = OLD."reach" AND OLD."reach" > 0;
  DELETE FROM "PastCount" WHERE "what" = 2 AND "key" = OLD."reach" AND "people" = 0;
  UPDATE "PastCount" SET "people" = "people" - 1 WHERE "what" = 3 AND "key" = (OLD."exchangeMonth" * 6 + min(OLD."monthsSeen", 5)) * 64 + (OLD."monthsSpoken" & 63) AND OLD."exchangeMonth" IS NOT NULL;
  DELETE FROM "PastCount" WHERE "what" = 3 AND "key" = (OLD."exchangeMonth" * 6 + min(OLD."monthsSeen", 5)) * 64 + (OLD."monthsSpoken" & 63) AND "people" = 0;
END;

CREATE TRIGGER "ContactPast_count_move" AFTER UPDATE ON "ContactPast" WHEN OLD."move" IS NOT NEW."move" BEGIN
  UPDATE "PastCount" SET "people" = "people" - 1 WHERE "what" = 1 AND "key" = OLD."move" AND OLD."move" IS NOT NULL;
  DELETE FROM "PastCount" WHERE "what" = 1 AND "key" = OLD."move" AND "people" = 0;
  INSERT INTO "PastCount" ("what", "key", "people") SELECT 1, NEW."move", 1 WHERE NEW."move" IS NOT NULL
    ON CONFLICT ("what", "key") DO UPDATE SET "people" = "people" + 1;
END;

CREATE TRIGGER "ContactPast_count_reach" AFTER UPDATE ON "ContactPast" WHEN OLD."reach" <> NEW."reach" BEGIN
  UPDATE "PastCount" SET "people" = "people" - 1 WHERE "what" = 2 AND "key" = OLD."reach" AND OLD."reach" > 0;
  DELETE FROM "PastCount" WHERE "what" = 2 AND "key" = OLD."reach" AND "people" = 0;
  INSERT INTO "PastCount" ("what", "key", "people") SELECT 2, NEW."reach", 1 WHERE NEW."reach" > 0
    ON CONFLICT ("what", "key") DO UPDATE SET "people" = "people" + 1;
END;

CREATE TRIGGER "ContactPast_count_cohort" AFTER UPDATE ON "ContactPast" WHEN OLD."exchangeMonth" IS NOT NEW."exchangeMonth" OR OLD."monthsSeen" <> NEW."monthsSeen" OR OLD."monthsSpoken" <> NEW."monthsSpoken" BEGIN
  UPDATE "PastCount" SET "people" = "people" - 1 WHERE "what" = 3 AND "key" = (OLD."exchangeMonth" * 6 + min(OLD."monthsSeen", 5)) * 64 + (OLD."monthsSpoken" & 63) AND OLD."exchangeMonth" IS NOT NULL;
  DELETE FROM "PastCount" WHERE "what" = 3 AND "key" = (OLD."exchangeMonth" * 6 + min(OLD."monthsSeen", 5)) * 64 + (OLD."monthsSpoken" & 63) AND "people" = 0;
  INSERT INTO "PastCount" ("what", "key", "people") SELECT 3, (NEW."exchangeMonth" * 6 + min(NEW."monthsSeen", 5)) * 64 + (NEW."monthsSpoken" & 63), 1 WHERE NEW."exchangeMonth" IS NOT NULL
    ON CONFLICT ("what", "key") DO UPDATE SET "people" = "people" + 1;
END;

CREATE TRIGGER "ContactAnswer_count_insert" AFTER INSERT ON "ContactAnswer" BEGIN
  INSERT INTO "PastCount" ("what", "key", "people") SELECT 4, NEW."side" * 8 + NEW."bucket", 1 WHERE 1
    ON CONFLICT ("what", "key") DO UPDATE SET "people" = "people" + 1;
END;

CREATE TRIGGER "ContactAnswer_count_delete" AFTER DELETE ON "ContactAnswer" BEGIN
  UPDATE "PastCount" SET "people" = "people" - 1 WHERE "what" = 4 AND "key" = OLD."side" * 8 + OLD."bucket";
  DELETE FROM "PastCount" WHERE "what" = 4 AND "key" = OLD."side" * 8 + OLD."bucket" AND "people" = 0;
END;
