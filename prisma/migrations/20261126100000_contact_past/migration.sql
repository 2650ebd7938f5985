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
CREATE INDEX "ContactPast_reach_idx" ON "ContactPast"("reach");

-- CreateIndex
CREATE INDEX "ContactPast_exchangeMonth_monthsSeen_monthsSpoken_idx" ON "ContactPast"("exchangeMonth", "monthsSeen", "monthsSpoken");

-- CreateIndex
CREATE INDEX "ContactAnswer_side_bucket_minutes_contactId_idx" ON "ContactAnswer"("side", "bucket", "minutes", "contactId");

-- CreateIndex
CREATE INDEX "Relation_kind_endedBefore_idx" ON "Relation"("kind", "endedBefore");

-- Everybody with a health is counted from the log by the sweep, from day 0 on due.
INSERT INTO "ContactPast" ("contactId", "dueDay") SELECT "contactId", 0 FROM "ContactHealth";
