using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProgressBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Digests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "SentDigests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Red",
                table: "SentDigests",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "DigestMarks",
                columns: table => new
                {
                    PlanId = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Handled = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Noticed = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Skipped = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SkippedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    SkippedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestMarks", x => x.PlanId);
                    table.ForeignKey(
                        name: "FK_DigestMarks_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // what was due before is due still
            migrationBuilder.Sql("""
                INSERT INTO DigestMarks (PlanId, NextAt, SentAt)
                SELECT Id, (SELECT NextAt FROM ScheduleMarks WHERE Name = 'digest'), (SELECT MAX(At) FROM SentDigests WHERE PlanId = Plans.Id) FROM Plans WHERE State = 'Active'
                """);

            migrationBuilder.DropTable(
                name: "ScheduleMarks");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DigestMarks");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "SentDigests");

            migrationBuilder.DropColumn(
                name: "Red",
                table: "SentDigests");

            migrationBuilder.CreateTable(
                name: "ScheduleMarks",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduleMarks", x => x.Name);
                });
        }
    }
}
