-- AlterTable
ALTER TABLE "Contact" ADD COLUMN "askAgainAt" DATETIME;
ALTER TABLE "Contact" ADD COLUMN "awayFrom" DATETIME;
ALTER TABLE "Contact" ADD COLUMN "awayUntil" DATETIME;
ALTER TABLE "Contact" ADD COLUMN "coolingSeenAt" DATETIME;
ALTER TABLE "Contact" ADD COLUMN "coolingSeenState" TEXT;
ALTER TABLE "Contact" ADD COLUMN "idealGapDays" INTEGER;
ALTER TABLE "Contact" ADD COLUMN "longestGapDays" INTEGER;
ALTER TABLE "Contact" ADD COLUMN "restedAt" DATETIME;

-- AlterTable
ALTER TABLE "Tag" ADD COLUMN "idealGapDays" INTEGER;
ALTER TABLE "Tag" ADD COLUMN "longestGapDays" INTEGER;

-- CreateTable
CREATE TABLE "StageGap" (
    "stage" TEXT NOT NULL PRIMARY KEY,
    "idealGapDays" INTEGER,
    "longestGapDays" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedById" INTEGER
);
