-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN "isSample" BOOLEAN NOT NULL DEFAULT false;
