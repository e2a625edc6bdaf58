using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProgressBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class NudgeNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DueAt",
                table: "Nudges",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Matter",
                table: "Nudges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "Nudges",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ToldAt",
                table: "DeadAddresses",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Nudges_At",
                table: "Nudges",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Nudges_At",
                table: "Nudges");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "Nudges");

            migrationBuilder.DropColumn(
                name: "Matter",
                table: "Nudges");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Nudges");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "DeadAddresses");
        }
    }
}
