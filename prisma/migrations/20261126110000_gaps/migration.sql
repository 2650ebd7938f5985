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

-- beyond Prisma

-- Those who rest, found without reading everybody: few have it set, so only they stand in it.
CREATE INDEX "Contact_restedAt_idx" ON "Contact"("restedAt") WHERE "restedAt" IS NOT NULL;
